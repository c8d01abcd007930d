package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a booking its places in pools that the caller holds, where the event takes bookings. */
@Component
class Seating {

    private final PlaceSteps steps;
    private final BookingRecords bookings;
    private final EventNotices notices;
    private final Clock clock;

    Seating(PlaceSteps steps, BookingRecords bookings, EventNotices notices, Clock clock) {
        this.steps = steps;
        this.bookings = bookings;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A place in each pool where one is free, else a turn in its waiting list.
     *
     * @param held the pools by their ids as they stand; those in which a place is taken are replaced
     */
    BookingOutcome seat(Bookable event, NewPlace.Booked booked, Map<Long, Pool> held, @Nullable UUID actor) {
        List<BookingOutcome.PlaceOutcome> outcomes = new ArrayList<>();
        for (Pool pool : List.copyOf(held.values())) {
            boolean free = pool.openTo(booked.agency(), clock.instant()) > 0;
            PlaceState state = !free
                    ? PlaceState.WAITING
                    : event.rules().approval() ? PlaceState.AWAITING_APPROVAL : PlaceState.CONFIRMED;
            Place place = steps.add(NewPlace.of(booked, pool, state), null, actor);
            if (free) {
                held.put(pool.id(), pool.with(booked.agency(), 1));
            }
            notices.note(NoticeKind.valueOf(state.name()), event.event(), booked.id(), place.id(), null);
            outcomes.add(new BookingOutcome.PlaceOutcome(
                    place.id(), pool.session(), state, free ? null : bookings.position(place)));
        }
        return BookingOutcome.of(booked.id(), booked.person(), outcomes);
    }

    /**
     * @param staff whether whoever books runs the event: they may until the session is over
     * @throws BookingClosed when it is too early, too late, or called off
     */
    void unlessOpen(Bookable event, UUID session, boolean staff) {
        Instant now = clock.instant();
        if (event.state() == EventState.CANCELLED) {
            throw new BookingClosed("This event has been cancelled");
        }
        if (event.state() != EventState.PUBLISHED) {
            throw new BookingClosed("Publish the event first: only then can places be booked");
        }
        Bookable.Hours hours = event.sessions().get(session);
        if (hours == null) {
            throw new BookingClosed("This session does not take place any more");
        }
        if (staff && now.isBefore(hours.end())) {
            return;
        }
        if (!event.rules().hasOpened(now)) {
            throw new BookingClosed("Booking is not open yet");
        }
        if (!event.isOpen(session, now)) {
            throw new BookingClosed("Booking has closed. Ask the organisers whether there is still a place");
        }
    }
}
