package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives free places to those who wait, by {@link WhoGetsTheFreedPlace}, in the same transaction that freed them: there is never
 * a moment at which somebody else could book a place that belongs to the waiting list.
 */
@Component
class FreedPlaces {

    private final JdbcClient jdbc;
    private final BookableEvents events;
    private final PlaceSteps steps;
    private final EventNotices notices;
    private final Clock clock;

    FreedPlaces(JdbcClient jdbc, BookableEvents events, PlaceSteps steps, EventNotices notices, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.steps = steps;
        this.notices = notices;
        this.clock = clock;
    }

    /** Returns the pool as it is afterwards. The caller holds it, and it says how things stand now. */
    Pool giveOut(Pool pool) {
        return pool.isFull() ? pool : giveOut(pool, events.ofSession(pool.session()));
    }

    Pool giveOut(Pool held, Bookable event) {
        Instant now = clock.instant();
        if (held.isFull() || !event.isGivenOut(held.session(), now)) {
            return held;
        }
        Pool pool = held;
        List<WhoGetsTheFreedPlace.Waiting> queue = new ArrayList<>(queueOf(pool));
        while (!queue.isEmpty()) {
            Optional<WhoGetsTheFreedPlace.Choice> chosen = WhoGetsTheFreedPlace.choose(pool, queue, now);
            if (chosen.isEmpty()) {
                return pool;
            }
            WhoGetsTheFreedPlace.Choice choice = chosen.get();
            give(steps.find(choice.place()).orElseThrow(), choice, event, now);
            queue.removeIf(waiting -> waiting.place().equals(choice.place()));
            pool = pool.with(choice.agency(), 1);
        }
        return pool;
    }

    private void give(Place place, WhoGetsTheFreedPlace.Choice choice, Bookable event, Instant now) {
        // A place that replaces another needs that one's pool too, which may not be held after this one
        if (place.automatic() && place.replaces() == null) {
            boolean approval = event.rules().approval();
            PlaceState to = approval ? PlaceState.AWAITING_APPROVAL : PlaceState.CONFIRMED;
            steps.move(place, to, null, choice.reason(), null);
            notices.note(
                    approval ? NoticeKind.AWAITING_APPROVAL : NoticeKind.OFFER_ACCEPTED_FOR_YOU,
                    place.event(),
                    place.booking(),
                    place.id(),
                    choice.reason());
            return;
        }
        Instant lapses = OfferTime.until(now, event.rules().offerHours(), event.cutOff(place.session()));
        steps.move(place, PlaceState.OFFERED, lapses, choice.reason(), null);
        notices.note(NoticeKind.OFFERED, place.event(), place.booking(), place.id(), choice.reason());
    }

    private List<WhoGetsTheFreedPlace.Waiting> queueOf(Pool pool) {
        return jdbc.sql("SELECT id, agency FROM event_place WHERE pool_id = ? AND state = 'WAITING' ORDER BY ticket")
                .param(pool.id())
                .query((row, number) ->
                        new WhoGetsTheFreedPlace.Waiting(UUID.fromString(row.getString("id")), row.getString("agency")))
                .list();
    }
}
