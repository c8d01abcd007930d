package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Colleagues.Colleague;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Service;

/**
 * What people do with their places: give up, leave the waiting list, take or decline an offer, come the other way, hand over to a
 * colleague. A coordinator may for their agency, whoever runs the event for anybody. Whatever is freed goes to the waiting list
 * in the same transaction.
 */
@Service
public class Places {

    private final Turns turns;
    private final HeldPlaces heldPlaces;
    private final PlaceSteps steps;
    private final PlaceChanges changes;
    private final FreedPlaces freedPlaces;
    private final BookableEvents events;
    private final BookingRecords bookings;
    private final Attendees attendees;
    private final WhoMayChangePlace whoMay;
    private final EventNotices notices;
    private final Clock clock;

    Places(
            Turns turns,
            HeldPlaces heldPlaces,
            PlaceSteps steps,
            PlaceChanges changes,
            FreedPlaces freedPlaces,
            BookableEvents events,
            BookingRecords bookings,
            Attendees attendees,
            WhoMayChangePlace whoMay,
            EventNotices notices,
            Clock clock) {
        this.turns = turns;
        this.heldPlaces = heldPlaces;
        this.steps = steps;
        this.changes = changes;
        this.freedPlaces = freedPlaces;
        this.events = events;
        this.bookings = bookings;
        this.attendees = attendees;
        this.whoMay = whoMay;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Gives up a whole booking.
     *
     * @throws BookingClosed when it is too late to do so oneself
     */
    public void cancel(UUID booking, Reader by) {
        turns.run(() -> {
            List<Place> places = theirs(booking, by);
            places.forEach(place -> unlessTooLate(place, by));
            for (Place place : places) {
                changes.end(place, PlaceState.CANCELLED, null, by.actor());
            }
            notices.note(NoticeKind.CANCELLED, places.getFirst().event(), booking, null, null);
        });
    }

    /** Gives up one session, or a turn in its waiting list. */
    public void cancelPlace(UUID place, Reader by) {
        turns.run(() -> {
            Place held = theirsHeld(place, by);
            if (!held.state().isLive()) {
                return; // pressed twice
            }
            unlessTooLate(held, by);
            changes.end(held, PlaceState.CANCELLED, null, by.actor());
            notices.note(NoticeKind.CANCELLED, held.event(), held.booking(), held.id(), null);
        });
    }

    /**
     * Takes a place that was offered.
     *
     * @throws BookingClosed when the offer has lapsed meanwhile
     */
    public PlaceState accept(UUID place, Reader by) {
        return turns.take(() -> {
            Place held = theirsHeld(place, by);
            if (held.is(PlaceState.CONFIRMED) || held.is(PlaceState.AWAITING_APPROVAL)) {
                return held.state(); // pressed twice
            }
            unlessLapsed(held);
            return changes.take(held, by.actor());
        });
    }

    /** Takes every place that is offered to a booking. */
    public PlaceState acceptAll(UUID booking, Reader by) {
        return turns.take(() -> {
            List<Place> places = theirs(booking, by);
            List<UUID> offered = places.stream()
                    .filter(place -> place.is(PlaceState.OFFERED))
                    .map(Place::id)
                    .toList();
            if (!offered.isEmpty()) {
                return offered.stream().map(place -> accept(place, by)).toList().getFirst();
            }
            // Pressed twice
            return places.stream()
                    .map(Place::state)
                    .filter(PlaceState::holdsPlace)
                    .findFirst()
                    .orElseThrow(() -> new BookingClosed("Nothing is offered to this booking now"));
        });
    }

    /** Turns an offer down; it goes to the next. */
    public void decline(UUID place, Reader by) {
        turns.run(() -> {
            Place held = theirsHeld(place, by);
            if (held.is(PlaceState.OFFERED)) {
                changes.end(held, PlaceState.DECLINED, null, by.actor());
            }
        });
    }

    /** Whether offers are taken as accepted from now on. */
    public void acceptAutomatically(UUID booking, boolean automatic, Reader by) {
        turns.run(() -> {
            theirs(booking, by);
            bookings.setAutomatic(booking, automatic);
        });
    }

    /**
     * Comes the other way. With a free place there, at once; else the person keeps what they have and waits for it.
     *
     * @return whether they have moved; false when they wait
     */
    public boolean changeMode(UUID place, Mode mode, Reader by) {
        return turns.take(() -> {
            HeldPlaces.Both both = heldPlaces.holdWithOther(place, mode);
            Place held = both.place();
            whoMay.unlessTheirs(by, held);
            Bookable event = events.find(held.event()).orElseThrow();
            Optional<Place> there = steps.liveOf(held.booking()).stream()
                    .filter(own -> own.pool() == both.other().id())
                    .filter(own -> !own.id().equals(held.id()))
                    .findFirst();
            if (there.isPresent()) {
                return there.get().is(PlaceState.CONFIRMED); // pressed twice
            }
            InvalidEvent.unless(
                    held.is(PlaceState.CONFIRMED) && held.pool() != both.other().id(),
                    "mode",
                    "Only a confirmed place can be changed to the other way of taking part");
            if (!event.isOpen(held.session(), clock.instant()) && !whoMay.isStaff(by, held)) {
                throw new BookingClosed("Booking has closed. Ask the organisers to change how you take part");
            }
            Pool other = freedPlaces.giveOut(both.other(), event);
            NewPlace.Booked booked = NewPlace.Booked.of(held);
            if (other.openTo(held.agency(), clock.instant()) == 0) {
                Place waiting =
                        steps.add(new NewPlace(booked, other, PlaceState.WAITING, held.id(), null), null, by.actor());
                notices.note(NoticeKind.WAITING, held.event(), held.booking(), waiting.id(), null);
                return false;
            }
            Place moved = steps.add(NewPlace.of(booked, other, PlaceState.CONFIRMED), null, by.actor());
            changes.end(held, PlaceState.CHANGED, PlaceChanges.OTHER_WAY, by.actor());
            notices.note(NoticeKind.MODE_CHANGED, held.event(), held.booking(), moved.id(), null);
            return true;
        });
    }

    /**
     * Hands a booking over to a colleague of the same agency, turns in waiting lists included.
     *
     * @return the colleague’s booking
     */
    public UUID giveTo(UUID booking, Attendee colleague, Reader by) {
        return turns.take(() -> {
            NewPlace.Booked from = bookings.find(booking).orElseThrow(() -> new UnknownEvent(booking));
            if (!whoMay.admits(by, from.event(), from.person(), from.agency())) {
                throw new UnknownEvent(booking);
            }
            Colleague to = attendees.findForHandover(colleague, from, by);
            List<Place> places = theirs(booking, by);
            places.forEach(place -> unlessTooLate(place, by));
            BookingWish wish = new BookingWish(Mode.ONLINE, Set.of(), "", "", from.automatic());
            NewPlace.Booked received = bookings.add(from.event(), to, wish, null, by.actor());
            bookings.forgetNeeds(booking);
            for (Place place : places) {
                if (place.is(PlaceState.OFFERED)) {
                    unlessLapsed(place);
                    changes.take(place, by.actor());
                }
            }
            changes.handOver(steps.liveOf(booking), received, whoMay.approves(by, received), by.actor());
            notices.note(NoticeKind.GIVEN_AWAY, from.event(), booking, null, null);
            notices.note(NoticeKind.RECEIVED, from.event(), received.id(), null, null);
            return received.id();
        });
    }

    private Place theirsHeld(UUID id, Reader by) {
        Place held = heldPlaces.hold(id);
        whoMay.unlessTheirs(by, held);
        return held;
    }

    private List<Place> theirs(UUID booking, Reader by) {
        NewPlace.Booked booked = bookings.find(booking).orElseThrow(() -> new UnknownEvent(booking));
        if (!whoMay.admits(by, booked.event(), booked.person(), booked.agency())) {
            throw new UnknownEvent(booking);
        }
        List<Place> places = heldPlaces.holdBooking(booking);
        if (places.isEmpty()) {
            throw new BookingClosed("This booking is over already");
        }
        return places;
    }

    private void unlessLapsed(Place place) {
        if (!events.stands(place, clock.instant())) {
            throw new BookingClosed(
                    "This offer is over, and the place goes to the next. You can join the waiting list again");
        }
    }

    private void unlessTooLate(Place place, Reader by) {
        Bookable event = events.find(place.event()).orElseThrow();
        if (place.is(PlaceState.WAITING)
                || whoMay.isStaff(by, place)
                || !event.sessions().containsKey(place.session())) {
            return;
        }
        Instant until = event.rules().mayCancelUntil(event.startOf(place.session()));
        if (!clock.instant().isBefore(until)) {
            throw new BookingClosed("It is too late to give this place up here. Write to the organisers");
        }
    }
}
