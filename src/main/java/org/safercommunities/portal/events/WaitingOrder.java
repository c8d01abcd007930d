package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom the published rule would name for the next free place of each pool, and why; three statements. */
@Service
public class WaitingOrder {

    private final JdbcClient jdbc;
    private final WhoMaySeeEvent whoMaySee;
    private final Clock clock;

    WaitingOrder(JdbcClient jdbc, WhoMaySeeEvent whoMaySee, Clock clock) {
        this.jdbc = jdbc;
        this.whoMaySee = whoMaySee;
        this.clock = clock;
    }

    /** The reason by the place of whoever is next; nobody for pools in which nobody waits. */
    @Transactional(readOnly = true)
    public Map<UUID, String> next(UUID event, Reader by) {
        whoMaySee.unlessRuns(by, event);
        Map<Long, List<WhoGetsTheFreedPlace.Waiting>> queues = queues(event);
        Instant now = clock.instant();
        Map<UUID, String> next = new HashMap<>();
        for (Pool pool : pools(event)) {
            WhoGetsTheFreedPlace.choose(pool, queues.getOrDefault(pool.id(), List.of()), now)
                    .ifPresent(choice -> next.put(choice.place(), choice.reason()));
        }
        return next;
    }

    private Map<Long, List<WhoGetsTheFreedPlace.Waiting>> queues(UUID event) {
        Map<Long, List<WhoGetsTheFreedPlace.Waiting>> queues = new HashMap<>();
        jdbc.sql("""
                        SELECT p.id, p.pool_id, p.agency FROM event_place p JOIN event_session s ON s.id = p.session_id
                         WHERE s.event_id = ? AND p.state = 'WAITING' ORDER BY p.pool_id, p.ticket
                        """).param(event.toString()).query(row -> {
            queues.computeIfAbsent(row.getLong("pool_id"), any -> new ArrayList<>())
                    .add(new WhoGetsTheFreedPlace.Waiting(Sql.id(row, "id"), row.getString("agency")));
        });
        return queues;
    }

    /** Each pool as it will be with one place free more than those that are kept for others. */
    private List<Pool> pools(UUID event) {
        Map<Long, Pool> pools = new HashMap<>();
        jdbc.sql("""
                        SELECT o.id, o.session_id, o.mode, o.capacity, o.taken, a.agency, a.minimum, a.maximum, a.release_at,
                               (SELECT COUNT(*) FROM event_place h WHERE h.pool_id = o.id AND h.agency = a.agency
                                   AND h.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL')) AS had
                          FROM event_session s JOIN event_pool o ON o.session_id = s.id AND o.capacity > 0
                          LEFT JOIN event_allocation a ON a.pool_id = o.id
                         WHERE s.event_id = ? AND s.removed_at IS NULL
                        """).param(event.toString()).query(row -> {
            List<Pool.Kept> kept = new ArrayList<>();
            Pool before = pools.get(row.getLong("id"));
            if (before != null) {
                kept.addAll(before.kept());
            }
            if (row.getString("agency") != null) {
                int most = row.getInt("maximum");
                @Nullable Integer maximum = row.wasNull() ? null : most;
                kept.add(new Pool.Kept(
                        row.getString("agency"),
                        row.getInt("minimum"),
                        maximum,
                        Sql.instant(row, "release_at"),
                        row.getInt("had")));
            }
            pools.put(
                    row.getLong("id"),
                    new Pool(
                            row.getLong("id"),
                            Sql.id(row, "session_id"),
                            Mode.valueOf(row.getString("mode")),
                            row.getInt("capacity"),
                            row.getInt("taken"),
                            kept));
        });
        Instant now = clock.instant();
        return pools.values().stream().map(pool -> withOneFree(pool, now)).toList();
    }

    private static Pool withOneFree(Pool pool, Instant now) {
        int kept = pool.kept().stream().mapToInt(each -> each.stillKept(now)).sum();
        int taken = Math.min(pool.taken(), Math.max(0, pool.capacity() - kept - 1));
        return new Pool(pool.id(), pool.session(), pool.mode(), pool.capacity(), taken, pool.kept());
    }
}
