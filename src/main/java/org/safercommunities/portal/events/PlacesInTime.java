package org.safercommunities.portal.events;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happens to places by the clock: offers lapse, waiting lists close, kept places are released, offers are taken for those
 * who want it so, every ten seconds; places that nobody is there for any more are freed, every thirty. On one node at a time, each
 * place in a short transaction of its own.
 */
@Component
class PlacesInTime {

    private static final Logger LOG = LoggerFactory.getLogger(PlacesInTime.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration SWEPT_EVERY = Duration.ofSeconds(30);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Turns turns;
    private final HeldPlaces heldPlaces;
    private final BookableEvents events;
    private final Pools pools;
    private final PlaceChanges changes;
    private final FreedPlaces freedPlaces;
    private final PlacesLeftBehind leftBehind;
    private final ClosedWaitingLists closedLists;
    private final EventNotices notices;
    private final Clock clock;

    PlacesInTime(
            JdbcClient jdbc,
            Turns turns,
            HeldPlaces heldPlaces,
            BookableEvents events,
            Pools pools,
            PlaceChanges changes,
            FreedPlaces freedPlaces,
            PlacesLeftBehind leftBehind,
            ClosedWaitingLists closedLists,
            EventNotices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.heldPlaces = heldPlaces;
        this.events = events;
        this.pools = pools;
        this.changes = changes;
        this.freedPlaces = freedPlaces;
        this.leftBehind = leftBehind;
        this.closedLists = closedLists;
        this.notices = notices;
        this.clock = clock;
    }

    /** Does all that is due. What fails is logged, and tried again at the next turn. */
    void catchUp() {
        each(automaticOffers(), this::acceptForThem);
        each(lapsedOffers(), this::lapse);
        each(closedLists.turnsThatAreOver(AT_ONCE), closedLists::end);
        each(poolsWithSomethingToGive(), pool -> turns.run(() -> freedPlaces.giveOut(pools.hold(pool))));
    }

    /** Frees places that no longer belong to anybody: rare, and a look at every place to come, so less often. */
    void sweep() {
        each(leftBehind.find(), leftBehind::settle);
    }

    private <T> void each(List<T> due, java.util.function.Consumer<T> step) {
        for (T one : due) {
            try {
                step.accept(one);
            } catch (RuntimeException failure) {
                LOG.warn("A place could not be brought up to date and is tried again: {}", one, failure);
            }
        }
    }

    private void lapse(UUID place) {
        turns.run(() -> {
            Place held = heldPlaces.hold(place);
            if (held.is(PlaceState.OFFERED) && !events.stands(held, clock.instant())) {
                changes.end(held, PlaceState.LAPSED, "Not answered in time", null);
                notices.note(NoticeKind.OFFER_LAPSED, held.event(), held.booking(), held.id(), null);
            }
        });
    }

    private void acceptForThem(UUID place) {
        turns.run(() -> {
            Place held = heldPlaces.hold(place);
            if (events.stands(held, clock.instant()) && held.automatic()) {
                changes.take(held, null);
            }
        });
    }

    private List<UUID> lapsedOffers() {
        return jdbc.sql("""
                        SELECT p.id FROM event_place p JOIN event_session s ON s.id = p.session_id JOIN event e ON e.id = s.event_id
                         WHERE p.state = 'OFFERED'
                           AND (p.lapses_at <= :now OR s.start_at <= :now OR e.registration_closes <= :now)
                         ORDER BY p.lapses_at LIMIT :most
                        """)
                .param("now", Sql.utc(clock.instant()))
                .param("most", AT_ONCE)
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    private List<UUID> automaticOffers() {
        return jdbc.sql("""
                SELECT p.id FROM event_place p JOIN event_booking b ON b.id = p.booking_id
                 WHERE p.state = 'OFFERED' AND b.automatic AND p.lapses_at > ? LIMIT ?
                """)
                .param(Sql.utc(clock.instant()))
                .param(AT_ONCE)
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    private List<Long> poolsWithSomethingToGive() {
        return jdbc.sql("""
                SELECT o.id FROM event_pool o JOIN event_session s ON s.id = o.session_id JOIN event e ON e.id = s.event_id
                 WHERE o.taken < o.capacity AND e.state = 'PUBLISHED' AND s.removed_at IS NULL AND s.start_at > :now
                   AND (e.registration_closes IS NULL OR e.registration_closes > :now)
                   AND EXISTS (SELECT 1 FROM event_place p WHERE p.pool_id = o.id AND p.state = 'WAITING')
                 ORDER BY o.id
                """)
                .param("now", Sql.utc(clock.instant()))
                .query(Long.class)
                .list();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> bringPlacesUpToDate(PlacesInTime placesInTime) {
            return Tasks.recurring("event-places-in-time", FixedDelay.of(EVERY))
                    .execute((instance, context) -> placesInTime.catchUp());
        }

        @Bean
        Task<Void> sweepPlacesLeftBehind(PlacesInTime placesInTime) {
            return Tasks.recurring("event-places-left-behind", FixedDelay.of(SWEPT_EVERY))
                    .execute((instance, context) -> placesInTime.sweep());
        }
    }
}
