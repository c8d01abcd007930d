package org.safercommunities.portal.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows nothing of the code: finds in the tables what must never be there. */
public final class PlacesOracle {

    private record Line(UUID place, String mode, String agency, String state, long ticket) {}

    private record Limits(int capacity, int taken, Map<String, int[]> kept) {}

    private final JdbcClient jdbc;

    public PlacesOracle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Pools of the event whose counter is not what their places and the log of steps say, or that are oversold. */
    List<String> wrongCounters(UUID event) {
        return jdbc.sql("""
                        SELECT CONCAT('pool ', o.id, ': taken ', o.taken, ', places ', held.n, ', log ', logged.n) FROM event_pool o
                          JOIN event_session s ON s.id = o.session_id
                          JOIN (SELECT o2.id, (SELECT COUNT(*) FROM event_place p WHERE p.pool_id = o2.id
                                 AND p.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL')) AS n FROM event_pool o2) held
                            ON held.id = o.id
                          JOIN (SELECT o3.id, (SELECT COALESCE(SUM((t.to_state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL'))
                                 - (COALESCE(t.from_state, '') IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL'))), 0)
                                 FROM event_place_step t WHERE t.pool_id = o3.id) AS n FROM event_pool o3) logged
                            ON logged.id = o.id
                         WHERE s.event_id = ? AND (o.taken <> held.n OR o.taken <> logged.n OR held.n > o.capacity)
                        """).param(event.toString()).query(String.class).list();
    }

    /** Who waits although a place is free that is neither kept for another agency nor above their own agency’s maximum. */
    List<String> withheld(UUID event) {
        List<String> found = new ArrayList<>();
        Map<String, Limits> pools = limits(event);
        for (Line line : lines(event)) {
            Limits pool = pools.get(line.mode());
            if (!line.state().equals("WAITING") || pool.taken() >= pool.capacity()) {
                continue;
            }
            int[] own = pool.kept().getOrDefault(line.agency(), new int[] {0, Integer.MAX_VALUE, 0});
            int others = 0;
            for (Map.Entry<String, int[]> kept : pool.kept().entrySet()) {
                if (!kept.getKey().equals(line.agency())) {
                    others += Math.max(0, kept.getValue()[0] - kept.getValue()[2]);
                }
            }
            boolean owed = own[2] < own[0];
            boolean enoughForAll = pool.capacity() - pool.taken() > others;
            if (own[2] < own[1] && (owed || enoughForAll)) {
                found.add(line + " of " + figures(event));
            }
        }
        return found;
    }

    /** Offers and automatic places that came while somebody waited longer, without a reason that says why. */
    List<String> overtaken(UUID event) {
        return jdbc.sql("""
                        SELECT CONCAT(t.id, ' ', COALESCE(t.reason, 'no reason')) FROM event_place_step t
                          JOIN event_place p ON p.id = t.place_id JOIN event_booking b ON b.id = p.booking_id
                         WHERE b.event_id = ? AND t.from_state = 'WAITING' AND t.to_state IN ('OFFERED', 'CONFIRMED')
                           AND (t.reason IS NULL OR t.reason = 'Longest waiting' AND EXISTS (SELECT 1 FROM event_place w
                               WHERE w.pool_id = p.pool_id AND w.ticket < p.ticket AND (
                                SELECT s.to_state FROM event_place_step s WHERE s.place_id = w.id AND s.id < t.id
                                 ORDER BY s.id DESC LIMIT 1) = 'WAITING'))
                        """).param(event.toString()).query(String.class).list();
    }

    /** Places whose last step in the log is not their state, and bookings that live without a place or the other way round. */
    List<String> halfDone(UUID event) {
        return jdbc.sql("""
                        SELECT CONCAT('place ', p.id, ' is ', p.state) FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                         WHERE b.event_id = :event AND p.state <> COALESCE((SELECT t.to_state FROM event_place_step t
                               WHERE t.place_id = p.id ORDER BY t.id DESC LIMIT 1), 'nothing in the log')
                        UNION ALL
                        SELECT CONCAT('booking ', b.id, IF(b.ended_at IS NULL, ' lives', ' is over')) FROM event_booking b
                         WHERE b.event_id = :event AND (b.ended_at IS NULL) <> EXISTS (
                               SELECT 1 FROM event_place p WHERE p.booking_id = b.id AND p.live = 1)
                        """)
                .param("event", event.toString())
                .query(String.class)
                .list();
    }

    /** Everything that is wrong with an event on which nobody works at this moment. */
    public List<String> faults(UUID event) {
        List<String> faults = new ArrayList<>(wrongCounters(event));
        faults.addAll(withheld(event));
        faults.addAll(overtaken(event));
        faults.addAll(halfDone(event));
        return faults;
    }

    private List<Map<String, Object>> figures(UUID event) {
        return jdbc.sql("""
                        SELECT o.mode, o.capacity, o.taken, a.agency, a.minimum, a.maximum, a.release_at,
                               (SELECT GROUP_CONCAT(CONCAT(p.agency, ' ', p.state, ' ', COALESCE(p.ticket, '-')) SEPARATOR ', ')
                                  FROM event_place p WHERE p.pool_id = o.id AND p.live = 1) AS places
                          FROM event_pool o JOIN event_session s ON s.id = o.session_id
                          LEFT JOIN event_allocation a ON a.pool_id = o.id WHERE s.event_id = ?
                        """).param(event.toString()).query().listOfRows();
    }

    private List<Line> lines(UUID event) {
        return jdbc.sql("""
                        SELECT p.id, o.mode, p.agency, p.state, p.ticket FROM event_place p
                          JOIN event_pool o ON o.id = p.pool_id JOIN event_session s ON s.id = p.session_id
                         WHERE s.event_id = ? AND p.live = 1
                        """)
                .param(event.toString())
                .query((row, number) -> new Line(
                        Sql.id(row, "id"),
                        row.getString("mode"),
                        row.getString("agency"),
                        row.getString("state"),
                        row.getLong("ticket")))
                .list();
    }

    private Map<String, Limits> limits(UUID event) {
        List<Line> lines = lines(event);
        Map<String, Limits> limits = new HashMap<>();
        jdbc.sql("""
                        SELECT o.mode, o.capacity, a.agency, a.minimum, a.maximum FROM event_pool o
                          JOIN event_session s ON s.id = o.session_id LEFT JOIN event_allocation a ON a.pool_id = o.id
                         WHERE s.event_id = ?
                        """).param(event.toString()).query(row -> {
            String mode = row.getString("mode");
            int capacity = row.getInt("capacity");
            Limits pool = limits.computeIfAbsent(
                    mode, any -> new Limits(capacity, holding(lines, mode, null), new HashMap<>()));
            String agency = row.getString("agency");
            if (agency != null) {
                int maximum = row.getInt("maximum");
                pool.kept().put(agency, new int[] {
                    row.getInt("minimum"),
                    row.getObject("maximum") == null ? Integer.MAX_VALUE : maximum,
                    holding(lines, mode, agency)
                });
            }
        });
        return limits;
    }

    private static int holding(List<Line> lines, String mode, @Nullable String agency) {
        return (int) lines.stream()
                .filter(line -> line.mode().equals(mode) && !line.state().equals("WAITING"))
                .filter(line -> agency == null || line.agency().equals(agency))
                .count();
    }
}
