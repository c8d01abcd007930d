package org.safercommunities.portal.events;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the places of an event: two statements, whatever its size. Asks nobody whether they may know. */
@Component
class DeskTallies {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeskTallies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    DeskTally of(UUID event) {
        return new DeskTally(pools(event), agencies(event));
    }

    private List<DeskTally.OfPool> pools(UUID event) {
        return jdbc.sql("""
                        SELECT o.id, s.id AS session, s.title, s.start_at, o.mode, o.capacity,
                               COALESCE(SUM(p.state = 'CONFIRMED'), 0) AS confirmed, COALESCE(SUM(p.state = 'OFFERED'), 0) AS offered,
                               COALESCE(SUM(p.state = 'AWAITING_APPROVAL'), 0) AS awaiting,
                               COALESCE(SUM(p.state = 'WAITING'), 0) AS waiting
                          FROM event_session s JOIN event_pool o ON o.session_id = s.id
                          LEFT JOIN event_place p ON p.pool_id = o.id AND p.live = 1
                         WHERE s.event_id = ? AND s.removed_at IS NULL AND o.capacity > 0
                         GROUP BY o.id ORDER BY s.position, o.mode
                        """)
                .param(event.toString())
                .query((row, number) -> new DeskTally.OfPool(
                        row.getLong("id"),
                        Sql.id(row, "session"),
                        row.getString("title"),
                        Sql.moment(row, "start_at"),
                        Mode.valueOf(row.getString("mode")),
                        row.getInt("capacity"),
                        row.getInt("confirmed"),
                        row.getInt("offered"),
                        row.getInt("awaiting"),
                        row.getInt("waiting")))
                .list();
    }

    private List<DeskTally.OfAgency> agencies(UUID event) {
        return jdbc.sql("""
                        SELECT t.agency, a.name, SUM(t.room) AS room, SUM(t.online) AS online, SUM(t.waiting) AS waiting,
                               SUM(t.kept) AS kept, MIN(t.released) AS released
                          FROM (SELECT p.agency, SUM(p.state <> 'WAITING' AND o.mode = 'IN_PERSON') AS room,
                                       SUM(p.state <> 'WAITING' AND o.mode = 'ONLINE') AS online, SUM(p.state = 'WAITING') AS waiting,
                                       0 AS kept, NULL AS released
                                  FROM event_session s JOIN event_place p ON p.session_id = s.id AND p.live = 1
                                  JOIN event_pool o ON o.id = p.pool_id
                                 WHERE s.event_id = :event AND s.removed_at IS NULL GROUP BY p.agency
                                UNION ALL
                                SELECT k.agency, 0, 0, 0, GREATEST(0, k.minimum - (SELECT COUNT(*) FROM event_place h
                                           WHERE h.pool_id = k.pool_id AND h.agency = k.agency
                                             AND h.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL'))), k.release_at
                                  FROM event_session s JOIN event_pool o ON o.session_id = s.id
                                  JOIN event_allocation k ON k.pool_id = o.id
                                 WHERE s.event_id = :event AND s.removed_at IS NULL
                                   AND (k.release_at IS NULL OR k.release_at > :now)) t
                          JOIN agency a ON a.slug = t.agency
                         GROUP BY t.agency, a.name ORDER BY SUM(t.room + t.online + t.waiting) DESC, a.name
                        """)
                .param("event", event.toString())
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> new DeskTally.OfAgency(
                        row.getString("agency"),
                        row.getString("name"),
                        row.getInt("room"),
                        row.getInt("online"),
                        row.getInt("waiting"),
                        row.getInt("kept"),
                        Sql.instant(row, "released")))
                .list();
    }
}
