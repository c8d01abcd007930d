package org.safercommunities.portal.events;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a change of a place brings with it, whoever asked for it and whoever may: the caller has decided that, and holds the pools
 * of every place concerned. Whatever is freed goes to the waiting list in the same transaction.
 */
@Component
class PlaceChanges {

    static final String OTHER_WAY = "Moved to the other way of taking part";

    private final PlaceSteps steps;
    private final Pools pools;
    private final FreedPlaces freedPlaces;
    private final BookableEvents events;
    private final EventNotices notices;

    PlaceChanges(PlaceSteps steps, Pools pools, FreedPlaces freedPlaces, BookableEvents events, EventNotices notices) {
        this.steps = steps;
        this.pools = pools;
        this.freedPlaces = freedPlaces;
        this.events = events;
        this.notices = notices;
    }

    /** Ends a place, and gives what it frees to the waiting list. */
    void end(Place held, PlaceState to, @Nullable String reason, @Nullable UUID actor) {
        if (!held.state().isLive()) {
            return;
        }
        steps.move(held, to, null, reason, actor);
        if (held.state().holdsPlace()) {
            freedPlaces.giveOut(pools.hold(held.pool()));
        }
    }

    /** Ends a place that nobody gave up, and tells the person why. */
    void endByRule(Place held, PlaceState to, String reason) {
        if (held.state().isLive()) {
            end(held, to, reason, null);
            NoticeKind kind = to == PlaceState.LAPSED ? NoticeKind.WAITING_LIST_CLOSED : NoticeKind.CANCELLED;
            notices.note(kind, held.event(), held.booking(), held.id(), null);
        }
    }

    /**
     * The place becomes theirs, and the one that it replaces is given up. Whoever only changes the way of taking part was approved
     * before.
     */
    PlaceState take(Place held, @Nullable UUID actor) {
        Bookable event = events.find(held.event()).orElseThrow();
        PlaceState to = event.rules().approval() && held.replaces() == null
                ? PlaceState.AWAITING_APPROVAL
                : PlaceState.CONFIRMED;
        steps.move(held, to, null, "Offer accepted", actor);
        notices.note(NoticeKind.valueOf(to.name()), held.event(), held.booking(), held.id(), null);
        giveUpReplaced(held, actor);
        return to;
    }

    /** Gives up the place that this one was waited for in exchange of. */
    void giveUpReplaced(Place held, @Nullable UUID actor) {
        UUID replaced = held.replaces();
        if (replaced != null) {
            steps.find(replaced).ifPresent(old -> end(old, PlaceState.CHANGED, OTHER_WAY, actor));
        }
    }

    /**
     * Every place of a booking becomes one of another, turns in waiting lists included.
     *
     * @param approved whether whoever hands it over approves it too: an approval is for a person, and does not go with the place
     */
    void handOver(List<Place> places, NewPlace.Booked received, boolean approved, @Nullable UUID actor) {
        boolean again =
                !approved && events.find(received.event()).orElseThrow().rules().approval();
        Map<UUID, UUID> successors = new HashMap<>();
        // What others replace comes first, so that they can name its successor
        List<Place> inOrder = places.stream()
                .sorted(Comparator.comparing(place -> place.replaces() != null))
                .toList();
        for (Place place : inOrder) {
            steps.move(place, PlaceState.GIVEN, null, "Handed over to a colleague", actor);
            UUID replaces = place.replaces() == null ? null : successors.get(place.replaces());
            Pool pool = pools.hold(place.pool());
            PlaceState state = again && place.is(PlaceState.CONFIRMED) ? PlaceState.AWAITING_APPROVAL : place.state();
            Place successor = steps.add(
                    new NewPlace(received, pool, state, replaces, place.ticket()), "Handed over by a colleague", actor);
            successors.put(place.id(), successor.id());
        }
    }
}
