package org.safercommunities.portal.bulletins;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads bulletins, each time through {@link WhoMayReadBulletin}; one statement however many there are. */
@Service
public class Bulletins {

    private static final String OUT = WhoMayReadBulletin.OUT;

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
        return jdbc.sql(CARD + OUT + " AND " + WhoMayReadBulletin.CONDITION + " AND (:kind IS NULL OR b.kind = :kind)"
                        + " ORDER BY b.sent_at DESC, b.id LIMIT :limit OFFSET :offset")
                .params(reader.parameters())
                .param("kind", kind == null ? null : kind.name())
                .param("limit", limit)
                .param("offset", offset)
                .query(Bulletins::card)
                .list();
    }

    @Transactional(readOnly = true)
    public int countArchive(@Nullable BulletinKind kind, Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM bulletin b WHERE " + OUT + " AND " + WhoMayReadBulletin.CONDITION
                        + " AND (:kind IS NULL OR b.kind = :kind)")
                .params(reader.parameters())
                .param("kind", kind == null ? null : kind.name())
                .query(Integer.class)
                .single();
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
