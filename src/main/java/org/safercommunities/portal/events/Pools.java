package org.safercommunities.portal.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds the rows of pools, always in the order of their ids, so that two who want the same places take turns and never wait
 * for each other in a circle. Whatever changes a place does so while it holds the pool.
 */
@Repository
class Pools {

    private static final String COLUMNS = "SELECT p.id, p.session_id, p.mode, p.capacity, p.taken FROM event_pool p ";
    private static final String KEPT = """
            SELECT a.pool_id, a.agency, a.minimum, a.maximum, a.release_at,
                   (SELECT COUNT(*) FROM event_place held WHERE held.pool_id = a.pool_id AND held.agency = a.agency
                       AND held.state IN ('CONFIRMED', 'OFFERED', 'AWAITING_APPROVAL')) AS taken
              FROM event_allocation a WHERE a.pool_id IN (:ids)
            """;

    private final JdbcClient jdbc;

    Pools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pools of these sessions for one way of taking part; none where that is not offered, or not any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Pool> hold(Collection<UUID> sessions, Mode mode) {
        return holdByIds(ids(sessions, mode)).stream()
                .filter(pool -> pool.capacity() > 0)
                .toList();
    }

    /** The pool of a session for one way of taking part, also of one that is not offered any more; empty when it never was. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Pool> hold(UUID session, Mode mode) {
        return holdByIds(ids(List.of(session), mode)).stream().findFirst();
    }

    private List<Long> ids(Collection<UUID> sessions, Mode mode) {
        return jdbc.sql("SELECT p.id FROM event_pool p WHERE p.session_id IN (:sessions) AND p.mode = :mode")
                .param("sessions", sessions.stream().map(UUID::toString).toList())
                .param("mode", mode.name())
                .query(Long.class)
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    List<Pool> holdByIds(Collection<Long> ids) {
        // Each by its key alone: the way by another index would lock that too, and in the order of that
        return withKept(ids.stream()
                .sorted()
                .map(id -> jdbc.sql(COLUMNS + "WHERE p.id = ? FOR UPDATE")
                        .param(id)
                        .query(Pools::pool)
                        .single())
                .toList());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Pool hold(long id) {
        return holdByIds(List.of(id)).getFirst();
    }

    /** Every pool of an event: nobody books, cancels or is offered anything there until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Pool> holdAll(UUID event) {
        return holdByIds(jdbc.sql("""
                        SELECT p.id FROM event_session s JOIN event_pool p ON p.session_id = s.id WHERE s.event_id = ?
                        """).param(event.toString()).query(Long.class).list());
    }

    private List<Pool> withKept(List<Pool> pools) {
        if (pools.isEmpty()) {
            return pools;
        }
        Map<Long, List<Pool.Kept>> kept = jdbc
                .sql(KEPT)
                .param("ids", pools.stream().map(Pool::id).toList())
                .query((row, number) -> Map.entry(row.getLong("pool_id"), kept(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        if (kept.isEmpty()) {
            return pools;
        }
        List<Pool> whole = new ArrayList<>(pools.size());
        for (Pool pool : pools) {
            whole.add(new Pool(
                    pool.id(),
                    pool.session(),
                    pool.mode(),
                    pool.capacity(),
                    pool.taken(),
                    kept.getOrDefault(pool.id(), List.of())));
        }
        return whole;
    }

    private static Pool pool(ResultSet row, int number) throws SQLException {
        return new Pool(
                row.getLong("id"),
                UUID.fromString(row.getString("session_id")),
                Mode.valueOf(row.getString("mode")),
                row.getInt("capacity"),
                row.getInt("taken"),
                List.of());
    }

    private static Pool.Kept kept(ResultSet row) throws SQLException {
        return new Pool.Kept(
                row.getString("agency"),
                row.getInt("minimum"),
                row.getObject("maximum", Integer.class),
                Sql.instant(row, "release_at"),
                row.getInt("taken"));
    }
}
