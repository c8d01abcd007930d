package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Colleagues.Colleague;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.stereotype.Service;

/**
 * Books places. However many people, processes and crashes there are, there is never one booking too many and never a free place
 * withheld: each booking holds the pools it wants, looks at what is free then, and writes it down in the same transaction.
 */
@Service
public class Bookings {

    private static final int LARGEST_GROUP = 200;

    private final Turns turns;
    private final BookableEvents events;
    private final WhoMaySeeEvent whoMaySee;
    private final Attendees attendees;
    private final Pools pools;
    private final FreedPlaces freedPlaces;
    private final PlaceSteps steps;
    private final BookingRecords bookings;
    private final EventNotices notices;
    private final Clock clock;

    Bookings(
            Turns turns,
            BookableEvents events,
            WhoMaySeeEvent whoMaySee,
            Attendees attendees,
            Pools pools,
            FreedPlaces freedPlaces,
            PlaceSteps steps,
            BookingRecords bookings,
            EventNotices notices,
            Clock clock) {
        this.turns = turns;
        this.events = events;
        this.whoMaySee = whoMaySee;
        this.attendees = attendees;
        this.pools = pools;
        this.freedPlaces = freedPlaces;
        this.steps = steps;
        this.bookings = bookings;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Books for oneself: a place where one is free, else a turn in the waiting list.
     *
     * @throws UnknownEvent when there is no such event for this person
     * @throws AlreadyBooked when they are booked or wait
     * @throws BookingClosed when it is too early, too late, or called off
     * @throws InvalidEvent when the choice of sessions or mode is not possible
     */
    public BookingOutcome book(UUID event, BookingWish wish, Reader by) {
        Colleague self = new Colleague(by.personId(), by.agencyId());
        return turns.take(() -> place(event, wish, by, () -> List.of(self), false))
                .getFirst();
    }

    /**
     * Books a named colleague, who may have no account yet.
     *
     * @throws org.safercommunities.portal.agencies.InvalidEntry when they cannot be booked
     */
    public BookingOutcome bookColleague(UUID event, Attendee attendee, BookingWish wish, Reader by) {
        return turns.take(() -> place(event, wish, by, () -> List.of(attendees.find(attendee, event, by)), false))
                .getFirst();
    }

    /**
     * Books a group: all of them get a place, or nobody is booked.
     *
     * @throws NotEnoughPlaces says how many could be booked
     */
    public List<BookingOutcome> bookTogether(UUID event, List<Attendee> group, BookingWish wish, Reader by) {
        InvalidEvent.unless(
                !group.isEmpty() && group.size() <= LARGEST_GROUP, "attendees", "Enter between 1 and 200 people");
        return turns.take(() -> place(
                event,
                wish,
                by,
                () -> group.stream()
                        .map(each -> attendees.find(each, event, by))
                        .toList(),
                true));
    }

    private List<BookingOutcome> place(
            UUID id, BookingWish wish, Reader by, java.util.function.Supplier<List<Colleague>> who, boolean together) {
        if (!whoMaySee.admits(by, id)) {
            throw new UnknownEvent(id);
        }
        boolean staff = whoMaySee.runs(by, id);
        Set<UUID> sessions = SessionChoice.of(events.find(id).orElseThrow(), wish.sessions());
        List<Colleague> people = who.get();
        Map<Long, Pool> held = new TreeMap<>();
        pools.hold(sessions, wish.mode()).forEach(pool -> held.put(pool.id(), pool));
        InvalidEvent.unless(
                held.size() == sessions.size(),
                "mode",
                "Not every session you chose can be attended %s"
                        .formatted(wish.mode().inWords()));
        // Read again now that the pools are held: it may have been called off, or moved, while we waited for our turn
        Bookable event = events.find(id).orElseThrow();
        sessions.forEach(session -> unlessOpen(event, session, staff));
        held.replaceAll((pool, before) -> freedPlaces.giveOut(before, event));
        if (together) {
            unlessRoomForAll(people, held.values());
        }
        UUID group = people.size() > 1 ? UUID.randomUUID() : null;
        return people.stream()
                .map(person -> book(event, person, wish, held, group, by))
                .toList();
    }

    private BookingOutcome book(
            Bookable event, Colleague person, BookingWish wish, Map<Long, Pool> held, @Nullable UUID group, Reader by) {
        NewPlace.Booked booked = bookings.add(event.event(), person, wish, group, by.actor());
        List<BookingOutcome.PlaceOutcome> outcomes = new ArrayList<>();
        for (Pool pool : List.copyOf(held.values())) {
            boolean free = pool.openTo(person.agency(), clock.instant()) > 0;
            PlaceState state = !free
                    ? PlaceState.WAITING
                    : event.rules().approval() ? PlaceState.AWAITING_APPROVAL : PlaceState.CONFIRMED;
            Place place = steps.add(NewPlace.of(booked, pool, state), null, by.actor());
            if (free) {
                held.put(pool.id(), pool.with(person.agency(), 1));
            }
            notices.note(NoticeKind.valueOf(state.name()), event.event(), booked.id(), place.id(), null);
            outcomes.add(new BookingOutcome.PlaceOutcome(
                    place.id(), pool.session(), state, free ? null : bookings.position(place)));
        }
        return BookingOutcome.of(booked.id(), person.id(), outcomes);
    }

    private void unlessRoomForAll(List<Colleague> people, java.util.Collection<Pool> held) {
        Instant now = clock.instant();
        for (Pool pool : held) {
            Pool after = pool;
            int seated = 0;
            for (Colleague person : people) {
                if (after.openTo(person.agency(), now) == 0) {
                    throw new NotEnoughPlaces(people.size(), seated);
                }
                after = after.with(person.agency(), 1);
                seated++;
            }
        }
    }

    private void unlessOpen(Bookable event, UUID session, boolean staff) {
        Instant now = clock.instant();
        if (event.state() == EventState.CANCELLED) {
            throw new BookingClosed("This event has been cancelled");
        }
        if (event.state() != EventState.PUBLISHED) {
            throw new BookingClosed("Publish the event first: only then can places be booked");
        }
        if (!event.sessions().containsKey(session)) {
            throw new BookingClosed("This session does not take place any more");
        }
        Bookable.Hours hours = event.sessions().get(session);
        if (staff && hours != null && now.isBefore(hours.end())) {
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
