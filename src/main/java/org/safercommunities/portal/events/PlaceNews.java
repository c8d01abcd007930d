package org.safercommunities.portal.events;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Tells whether something has become of events and their places since somebody looked: a mark of each, which says nothing by
 * itself and is another one after every step of a place on whatever node. One statement, however many events are looked at; the
 * last step of a pool is the last entry of its index.
 */
@Service
public class PlaceNews {

    private final JdbcClient jdbc;

    PlaceNews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The marks of those that are there. */
    public Map<UUID, String> marks(Collection<UUID> events) {
        Map<UUID, String> marks = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql("""
                    SELECT e.id, CONCAT_WS(' ', e.version, COALESCE(SUM(o.capacity), 0), COALESCE(MAX((
                               SELECT MAX(t.id) FROM event_place_step t WHERE t.pool_id = o.id)), 0)) AS mark
                      FROM event e LEFT JOIN event_session s ON s.event_id = e.id AND s.removed_at IS NULL
                      LEFT JOIN event_pool o ON o.session_id = s.id
                     WHERE e.id IN (:events) GROUP BY e.id, e.version
                    """)
                    .param("events", events.stream().map(UUID::toString).toList())
                    .query(row -> {
                        marks.put(Sql.id(row, "id"), row.getString("mark"));
                    });
        }
        return marks;
    }
}
