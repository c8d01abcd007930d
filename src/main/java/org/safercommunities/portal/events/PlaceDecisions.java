package org.safercommunities.portal.events;

import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Service;

/** What staff decide about places: approve, refuse, give one out of turn, take one away. Each with a reason that stays. */
@Service
public class PlaceDecisions {

    private static final int LONGEST_REASON = 500;

    private final Turns turns;
    private final HeldPlaces heldPlaces;
    private final PlaceSteps steps;
    private final PlaceChanges changes;
    private final Pools pools;
    private final WhoMayChangePlace whoMay;
    private final WhoMaySeeEvent whoMaySee;
    private final EventNotices notices;

    PlaceDecisions(
            Turns turns,
            HeldPlaces heldPlaces,
            PlaceSteps steps,
            PlaceChanges changes,
            Pools pools,
            WhoMayChangePlace whoMay,
            WhoMaySeeEvent whoMaySee,
            EventNotices notices) {
        this.turns = turns;
        this.heldPlaces = heldPlaces;
        this.steps = steps;
        this.changes = changes;
        this.pools = pools;
        this.whoMay = whoMay;
        this.whoMaySee = whoMaySee;
        this.notices = notices;
    }

    public void approve(UUID place, Reader by) {
        turns.run(() -> {
            Place held = awaitingApproval(place, by);
            steps.move(held, PlaceState.CONFIRMED, null, "Approved", by.actor());
            notices.note(NoticeKind.CONFIRMED, held.event(), held.booking(), held.id(), null);
        });
    }

    public void refuse(UUID place, String reason, Reader by) {
        String words = reason(reason);
        turns.run(() -> {
            Place held = awaitingApproval(place, by);
            changes.end(held, PlaceState.REFUSED, words, by.actor());
            notices.note(NoticeKind.REFUSED, held.event(), held.booking(), held.id(), words);
        });
    }

    /**
     * Gives a waiting person a place before those whom the rule names. Needs a free place; the reason stays with the place.
     *
     * @throws InvalidEvent when there is none
     */
    public void confirmOutOfTurn(UUID place, String reason, Reader by) {
        String words = reason(reason);
        turns.run(() -> {
            Place held = heldPlaces.hold(place);
            whoMaySee.unlessRuns(by, held.event());
            InvalidEvent.unless(
                    held.is(PlaceState.WAITING) || held.is(PlaceState.OFFERED),
                    "place",
                    "Only somebody who waits can be given a place");
            InvalidEvent.unless(
                    held.is(PlaceState.OFFERED) || !pools.hold(held.pool()).isFull(),
                    "place",
                    "There is no free place. Add places to the session first, or wait until one is given up");
            steps.move(held, PlaceState.CONFIRMED, null, words, by.actor());
            changes.giveUpReplaced(held, by.actor());
            notices.note(NoticeKind.CONFIRMED, held.event(), held.booking(), held.id(), null);
        });
    }

    /** Takes a place away; the person is told the reason. */
    public void takeAway(UUID place, String reason, Reader by) {
        String words = reason(reason);
        turns.run(() -> {
            Place held = heldPlaces.hold(place);
            whoMaySee.unlessRuns(by, held.event());
            InvalidEvent.unless(held.state().isLive(), "place", "This place was given up already");
            changes.end(held, PlaceState.CANCELLED, words, by.actor());
            notices.note(NoticeKind.CANCELLED, held.event(), held.booking(), held.id(), words);
        });
    }

    private Place awaitingApproval(UUID id, Reader by) {
        Place held = heldPlaces.hold(id);
        whoMay.unlessApproves(by, held);
        InvalidEvent.unless(
                held.is(PlaceState.AWAITING_APPROVAL), "place", "This booking does not wait for approval any more");
        return held;
    }

    static String reason(String reason) {
        String words = reason.strip();
        InvalidEvent.unless(
                !words.isEmpty() && words.length() <= LONGEST_REASON,
                "reason",
                "Enter a reason, at most 500 characters");
        return words;
    }
}
