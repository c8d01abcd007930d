package org.safercommunities.portal.bulletins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads bulletins, each time through {@link WhoMayReadBulletin}; one statement however many there are. */
@Service
public class Bulletins {

    private static final String OUT = WhoMayReadBulletin.OUT;

    private static final String ARCHIVE = OUT + " AND " + WhoMayReadBulletin.CONDITION
            + " AND (:anyKind OR b.kind = :kind) AND b.sent_at >= :from AND b.sent_at < :to";

    private static final String CARD = """
            SELECT b.id, b.kind, b.title, b.subject, b.state, b.template, b.last_editor, b.changed_at, b.send_at, b.sent_at
              FROM bulletin b WHERE\s""";

    private final JdbcClient jdbc;
    private final BulletinRecords bulletins;
    private final WhoMayReadBulletin whoMayRead;

    Bulletins(JdbcClient jdbc, BulletinRecords bulletins, WhoMayReadBulletin whoMayRead) {
        this.jdbc = jdbc;
        this.bulletins = bulletins;
        this.whoMayRead = whoMayRead;
    }

    /** Empty when there is no such bulletin, and when there is but not for this person. */
    @Transactional(readOnly = true)
    public Optional<BulletinDetails> find(UUID id, Reader reader) {
        return whoMayRead.admits(reader, id) ? bulletins.findById(id).map(BulletinDetails::of) : Optional.empty();
    }

    /** Those that are out, newest first. */
    @Transactional(readOnly = true)
    public List<BulletinCard> archive(@Nullable BulletinKind kind, int offset, int limit, Reader reader) {
        return archive(kind, null, offset, limit, reader);
    }

    /** @param year in which they were sent, by the calendar of Kent; null: in any */
    @Transactional(readOnly = true)
    public List<BulletinCard> archive(
            @Nullable BulletinKind kind, @Nullable Year year, int offset, int limit, Reader reader) {
        return jdbc.sql(CARD + ARCHIVE + " ORDER BY b.sent_at DESC, b.id LIMIT :limit OFFSET :offset")
                .params(parameters(kind, year, reader))
                .param("limit", limit)
                .param("offset", offset)
                .query(Bulletins::card)
                .list();
    }

    @Transactional(readOnly = true)
    public int countArchive(@Nullable BulletinKind kind, Reader reader) {
        return countArchive(kind, null, reader);
    }

    @Transactional(readOnly = true)
    public int countArchive(@Nullable BulletinKind kind, @Nullable Year year, Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM bulletin b WHERE " + ARCHIVE)
                .params(parameters(kind, year, reader))
                .query(Integer.class)
                .single();
    }

    /** The years in which something was sent that this person may read, the last first. */
    @Transactional(readOnly = true)
    public List<Year> years(Reader reader) {
        record Span(@Nullable Instant first, @Nullable Instant last) {}
        Span span = jdbc.sql("SELECT MIN(b.sent_at) AS first, MAX(b.sent_at) AS last FROM bulletin b WHERE " + ARCHIVE)
                .params(parameters(null, null, reader))
                .query((row, number) -> new Span(Sql.instant(row, "first"), Sql.instant(row, "last")))
                .single();
        if (span.first() == null || span.last() == null) {
            return List.of();
        }
        int last = span.last().atZone(Dates.KENT).getYear();
        return IntStream.rangeClosed(0, last - span.first().atZone(Dates.KENT).getYear())
                .mapToObj(before -> Year.of(last - before))
                .toList();
    }

    private static Map<String, Object> parameters(@Nullable BulletinKind kind, @Nullable Year year, Reader reader) {
        Map<String, Object> parameters = new HashMap<>(reader.parameters());
        parameters.put("anyKind", kind == null);
        parameters.put("kind", kind == null ? "" : kind.name());
        Year from = year == null ? Year.of(1970) : year;
        Year to = year == null ? Year.of(9998) : year;
        parameters.put("from", start(from));
        parameters.put("to", start(to.plusYears(1)));
        return parameters;
    }

    private static LocalDateTime start(Year year) {
        return Sql.utc(year.atDay(1).atStartOfDay(Dates.KENT).toInstant());
    }

    /** Those being written, waiting to go or templates, the last changed first. For editors; nothing for others. */
    @Transactional(readOnly = true)
    public List<BulletinCard> inWork(Reader reader) {
        if (!reader.is(Role.EDITOR)) {
            return List.of();
        }
        return jdbc.sql(CARD + "NOT " + OUT + " ORDER BY b.template, b.changed_at DESC LIMIT 200")
                .query(Bulletins::card)
                .list();
    }

    private static BulletinCard card(ResultSet row, int number) throws SQLException {
        return new BulletinCard(
                Sql.id(row, "id"),
                BulletinKind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("subject"),
                BulletinState.valueOf(row.getString("state")),
                row.getBoolean("template"),
                Sql.id(row, "last_editor"),
                Sql.moment(row, "changed_at"),
                Sql.instant(row, "send_at"),
                Sql.instant(row, "sent_at"));
    }
}
