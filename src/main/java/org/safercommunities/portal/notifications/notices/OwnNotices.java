package org.safercommunities.portal.notifications.notices;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.notifications.notices.SeenThings.Seen;
import org.safercommunities.portal.notifications.notices.SeenThings.Thing;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody's own notices: of what they may see at this moment, and as if there were no others. */
@Service
public class OwnNotices {

    private static final String OF_SEEN =
            " FROM notice WHERE person_id = :person AND CONCAT(source, ':', thing_id) IN (:seen)";
    private static final String UNREAD = " AND read_at IS NULL";

    private final JdbcClient jdbc;
    private final SeenThings things;
    private final Clock clock;

    OwnNotices(JdbcClient jdbc, SeenThings things, Clock clock) {
        this.jdbc = jdbc;
        this.things = things;
        this.clock = clock;
    }

    /**
     * A page of notices.
     *
     * @param total how many there are in all
     */
    public record Found(List<NoticeLine> lines, int total) {}

    /** Newest first; as many statements for two hundred as for one. */
    @Transactional(readOnly = true)
    public Found newest(boolean unreadOnly, int offset, int limit, Reader reader) {
        Seen seen = seen(unreadOnly, reader);
        String where = OF_SEEN + (unreadOnly ? UNREAD : "");
        int total = jdbc.sql("SELECT COUNT(*)" + where)
                .param("person", reader.personId().toString())
                .param("seen", seen.ids())
                .query(Integer.class)
                .single();
        List<NoticeLine> lines = jdbc.sql("SELECT id, occasion, source, thing_id, path, at, read_at" + where
                        + " ORDER BY at DESC, id LIMIT :limit OFFSET :offset")
                .param("person", reader.personId().toString())
                .param("seen", seen.ids())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new NoticeLine(
                        Sql.id(row, "id"),
                        NoticeOccasion.valueOf(row.getString("occasion")),
                        seen.subject(new Thing(row.getString("source"), Sql.id(row, "thing_id")))
                                .orElseThrow(),
                        row.getString("path"),
                        Sql.moment(row, "at"),
                        row.getString("read_at") != null))
                .list();
        return new Found(lines, total);
    }

    /** How many are unread. */
    @Transactional(readOnly = true)
    public int unread(Reader reader) {
        Seen seen = seen(true, reader);
        if (seen.subjects().isEmpty()) {
            return 0;
        }
        return jdbc.sql("SELECT COUNT(*)" + OF_SEEN + UNREAD)
                .param("person", reader.personId().toString())
                .param("seen", seen.ids())
                .query(Integer.class)
                .single();
    }

    /** Which have something new, told by a mark that changes with it: of all these people in one statement. */
    @Transactional(readOnly = true)
    public Map<UUID, String> marks(Collection<UUID> people) {
        Map<UUID, String> marks = new HashMap<>();
        if (!people.isEmpty()) {
            jdbc.sql("SELECT person_id, COUNT(*) AS unread, MAX(at) AS newest FROM notice"
                            + " WHERE person_id IN (:people) AND read_at IS NULL GROUP BY person_id")
                    .param("people", people.stream().map(UUID::toString).toList())
                    .query(row -> {
                        marks.put(Sql.id(row, "person_id"), row.getString("unread") + ' ' + row.getString("newest"));
                    });
        }
        return marks;
    }

    /** Whoever has a page before them has read what points to it. Returns whether anything did. */
    @Transactional
    public boolean arrived(String path, Reader reader) {
        return jdbc.sql("UPDATE notice SET read_at = :now WHERE person_id = :person AND path = :path" + UNREAD)
                        .param("now", Sql.utc(clock.instant()))
                        .param("person", reader.personId().toString())
                        .param("path", path)
                        .update()
                > 0;
    }

    /** Returns false when it is none of theirs. */
    @Transactional
    public boolean mark(UUID id, boolean read, Reader reader) {
        // The database counts what it found, not what it changed: a second time is no error
        return jdbc.sql("UPDATE notice SET read_at = IF(:read, COALESCE(read_at, :now), NULL)"
                                + " WHERE id = :id AND person_id = :person")
                        .param("read", read)
                        .param("now", Sql.utc(clock.instant()))
                        .param("id", id.toString())
                        .param("person", reader.personId().toString())
                        .update()
                > 0;
    }

    @Transactional
    public void markAllRead(Reader reader) {
        jdbc.sql("UPDATE notice SET read_at = :now WHERE person_id = :person" + UNREAD)
                .param("now", Sql.utc(clock.instant()))
                .param("person", reader.personId().toString())
                .update();
    }

    private Seen seen(boolean unreadOnly, Reader reader) {
        List<Thing> told = jdbc.sql(
                        "SELECT DISTINCT source, thing_id FROM notice WHERE person_id = ?" + (unreadOnly ? UNREAD : ""))
                .param(reader.personId().toString())
                .query((row, number) -> new Thing(row.getString("source"), Sql.id(row, "thing_id")))
                .list();
        return things.of(told, reader);
    }
}
