package org.safercommunities.portal.events;

import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes how many places a session has and what is kept for whom; what that frees goes to the waiting list at once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PoolPlans {

    private static final String NOT_OFFERED = "This session cannot be attended %s any more";

    private final JdbcClient jdbc;
    private final Pools pools;
    private final PlaceSteps steps;
    private final PlaceChanges changes;
    private final FreedPlaces freedPlaces;

    PoolPlans(JdbcClient jdbc, Pools pools, PlaceSteps steps, PlaceChanges changes, FreedPlaces freedPlaces) {
        this.jdbc = jdbc;
        this.pools = pools;
        this.steps = steps;
        this.changes = changes;
        this.freedPlaces = freedPlaces;
    }

    void write(UUID session, SessionPlan plan) {
        for (Mode mode : Mode.values()) {
            Integer planned = plan.capacity().get(mode);
            Optional<Pool> before = pools.hold(session, mode);
            if (planned == null && before.isEmpty()) {
                continue;
            }
            int capacity = planned == null ? 0 : planned;
            int taken = before.map(Pool::taken).orElse(0);
            InvalidEvent.unless(
                    capacity >= taken,
                    "capacity",
                    "%d places %s are taken already, so there cannot be fewer. Take places away at the event’s desk first"
                            .formatted(taken, mode.inWords()));
            long pool = before.map(Pool::id).orElseGet(() -> add(session, mode));
            jdbc.sql("UPDATE event_pool SET capacity = ? WHERE id = ?")
                    .param(capacity)
                    .param(pool)
                    .update();
            writeAllocations(pool, mode, plan);
            if (capacity == 0) {
                endTurns(pool, mode);
            }
            freedPlaces.giveOut(pools.hold(pool));
        }
    }

    /** Nobody waits for what will not be there. */
    private void endTurns(long pool, Mode mode) {
        for (Place place : steps.liveOfPool(pool)) {
            String reason = NOT_OFFERED.formatted(mode.inWords());
            changes.endByRule(
                    place,
                    PlaceState.LAPSED,
                    place.replaces() == null ? reason : reason + ". You keep the place that you have");
        }
    }

    private long add(UUID session, Mode mode) {
        jdbc.sql("INSERT INTO event_pool (session_id, mode, capacity, taken, next_ticket) VALUES (?, ?, 0, 0, 0)")
                .param(session.toString())
                .param(mode.name())
                .update();
        return pools.hold(session, mode).orElseThrow().id();
    }

    private void writeAllocations(long pool, Mode mode, SessionPlan plan) {
        jdbc.sql("DELETE FROM event_allocation WHERE pool_id = ?").param(pool).update();
        for (Allocation allocation : plan.allocations()) {
            if (SessionPlan.modeOf(allocation, plan.capacity()) == mode) {
                int known = jdbc.sql("""
                        INSERT INTO event_allocation (pool_id, agency, minimum, maximum, release_at)
                        SELECT :pool, a.slug, :minimum, :maximum, :release FROM agency a WHERE a.slug = :agency
                        """)
                        .param("pool", pool)
                        .param("minimum", allocation.minimum())
                        .param("maximum", allocation.maximum())
                        .param("release", Sql.utcOrNull(allocation.releaseAt()))
                        .param("agency", allocation.agency())
                        .update();
                InvalidEvent.unless(
                        known == 1, "allocations", "There is no agency “%s”".formatted(allocation.agency()));
            }
        }
    }
}
