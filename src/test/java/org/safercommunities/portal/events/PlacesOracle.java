package org.safercommunities.portal.events;

import java.util.ArrayList;
import java.util.Collection;
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

    private record Step(
            UUID place,
            long pool,
            @Nullable Long ticket,
            @Nullable String from,
            String to,
            @Nullable String reason) {

        boolean endsWaiting() {
            return "WAITING".equals(from) && (to.equals("OFFERED") || to.equals("CONFIRMED"));
        }

        boolean isForTheFirst() {
            return "Longest waiting".equals(reason);
        }

        /** Whether one of these, the last steps until now, left somebody waiting for the same with an earlier turn. */
        boolean isOvertaking(Collection<Step> before) {
            return ticket != null
                    && before.stream()
                            .anyMatch(other -> other.pool == pool
                                    && other.to.equals("WAITING")
                                    && other.ticket != null
                                    && other.ticket < ticket);
        }
    }

    private final JdbcClient jdbc;

    public PlacesOracle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Pools of the event whose counter is not what their places and the log of steps say, or that are oversold. */
    List<String> wrongCounters(UUID event) {
        return jdbc.sql("""
                        SELECT CONCAT('pool ', id, ': taken ', taken, ', places ', held, ', log ', logged) FROM (
                          SELECT o.id, o.taken, o.capacity,
                                 (SELECT COUNT(*) FROM event_place p WHERE p.pool_id = o.id
                                     AND p.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL')) AS held,
                                 (SELECT COALESCE(SUM((t.to_state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL'))
                                     - (COALESCE(t.from_state, '') IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL'))), 0)
                                    FROM event_place_step t WHERE t.pool_id = o.id) AS logged
                            FROM event_pool o JOIN event_session s ON s.id = o.session_id WHERE s.event_id = ?) pool
                         WHERE taken <> held OR taken <> logged OR held > capacity
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
        List<String> found = new ArrayList<>();
        Map<UUID, Step> last = new HashMap<>();
        for (Step step : steps(event)) {
            if (step.endsWaiting()
                    && (step.reason() == null || step.isForTheFirst() && step.isOvertaking(last.values()))) {
                found.add(step.toString());
            }
            last.put(step.place(), step);
        }
        return found;
    }

    /** Places whose last step in the log is not their state, and bookings that live without a place or the other way round. */
    List<String> halfDone(UUID event) {
        Map<UUID, Step> last = new HashMap<>();
        steps(event).forEach(step -> last.put(step.place(), step));
        List<String> found = new ArrayList<>(
                jdbc.sql("""
                        SELECT CONCAT('booking ', b.id, IF(b.ended_at IS NULL, ' lives', ' is over')) FROM event_booking b
                         WHERE b.event_id = ? AND (b.ended_at IS NULL) <> EXISTS (
                               SELECT 1 FROM event_place p WHERE p.booking_id = b.id AND p.live = 1)
                        """).param(event.toString()).query(String.class).list());
        jdbc.sql(
                        "SELECT p.id, p.state FROM event_place p JOIN event_booking b ON b.id = p.booking_id WHERE b.event_id = ?")
                .param(event.toString())
                .query(row -> {
                    Step step = last.get(Sql.id(row, "id"));
                    if (step == null || !step.to().equals(row.getString("state"))) {
                        found.add("place %s is %s after %s".formatted(Sql.id(row, "id"), row.getString("state"), step));
                    }
                });
        return found;
    }

    /** The log of the event in its order, read at once: a question per place would look through the log of all events. */
    private List<Step> steps(UUID event) {
        return jdbc.sql("""
                        SELECT t.place_id, p.pool_id, p.ticket, t.from_state, t.to_state, t.reason FROM event_place_step t
                          JOIN event_place p ON p.id = t.place_id JOIN event_booking b ON b.id = p.booking_id
                         WHERE b.event_id = ? ORDER BY t.id
                        """)
                .param(event.toString())
                .query((row, number) -> new Step(
                        Sql.id(row, "place_id"),
                        row.getLong("pool_id"),
                        row.getObject("ticket", Long.class),
                        row.getString("from_state"),
                        row.getString("to_state"),
                        row.getString("reason")))
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
