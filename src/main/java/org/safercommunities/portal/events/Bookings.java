package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Seating seating;
    private final PlaceSteps steps;
    private final BookingRecords bookings;
    private final WhoMayChangePlace whoMay;
    private final Clock clock;

    Bookings(
            Turns turns,
            BookableEvents events,
            WhoMaySeeEvent whoMaySee,
            Attendees attendees,
            Pools pools,
            FreedPlaces freedPlaces,
            Seating seating,
            PlaceSteps steps,
            BookingRecords bookings,
            WhoMayChangePlace whoMay,
            Clock clock) {
        this.turns = turns;
        this.events = events;
        this.whoMaySee = whoMaySee;
        this.attendees = attendees;
        this.pools = pools;
        this.freedPlaces = freedPlaces;
        this.seating = seating;
        this.steps = steps;
        this.bookings = bookings;
        this.whoMay = whoMay;
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
        Map<Long, Pool> held = hold(sessions, wish.mode());
        // Read again now that the pools are held: it may have been called off, or moved, while we waited for our turn
        Bookable event = events.find(id).orElseThrow();
        sessions.forEach(session -> seating.unlessOpen(event, session, staff));
        held.replaceAll((pool, before) -> freedPlaces.giveOut(before, event));
        if (together) {
            unlessRoomForAll(people, held.values());
        }
        UUID group = people.size() > 1 ? UUID.randomUUID() : null;
        return people.stream()
                .map(person -> seating.seat(event, bookings.add(id, person, wish, group, by.actor()), held, by.actor()))
                .toList();
    }

    /**
     * Books further sessions to a booking that has others: a place in each where one is free, else a turn in its waiting list.
     *
     * @param mode may differ from that of the other sessions
     * @throws UnknownEvent when there is no such booking for this person
     * @throws BookingClosed when it is over, or it is too early or too late for one of the sessions
     * @throws InvalidEvent when a session is booked already, overlaps another, or cannot be attended this way
     */
    public BookingOutcome addSessions(UUID booking, Set<UUID> sessions, Mode mode, Reader by) {
        InvalidEvent.unless(!sessions.isEmpty(), "sessions", "Choose a session");
        return turns.take(() -> {
            NewPlace.Booked seen = bookings.find(booking).orElseThrow(() -> new UnknownEvent(booking));
            if (!whoMay.admits(by, seen.event(), seen.person(), seen.agency())) {
                throw new UnknownEvent(booking);
            }
            Map<Long, Pool> held = hold(sessions, mode);
            // From here on nobody else adds to it, and it is known where its places are
            NewPlace.Booked booked = bookings.holdCurrent(booking)
                    .orElseThrow(() -> new BookingClosed("This booking is over. Book the event again"));
            Bookable event = events.find(booked.event()).orElseThrow();
            Set<UUID> all = steps.liveOf(booking).stream().map(Place::session).collect(Collectors.toSet());
            InvalidEvent.unless(
                    sessions.stream().noneMatch(all::contains),
                    "sessions",
                    "You have a place at this session, or wait for one, already");
            all.addAll(sessions);
            SessionChoice.of(event, all);
            boolean staff = whoMaySee.runs(by, booked.event());
            sessions.forEach(session -> seating.unlessOpen(event, session, staff));
            held.replaceAll((pool, before) -> freedPlaces.giveOut(before, event));
            return seating.seat(event, booked, held, by.actor());
        });
    }

    private Map<Long, Pool> hold(Set<UUID> sessions, Mode mode) {
        Map<Long, Pool> held = new TreeMap<>();
        pools.hold(sessions, mode).forEach(pool -> held.put(pool.id(), pool));
        InvalidEvent.unless(
                held.size() == sessions.size(),
                "mode",
                "Not every session you chose can be attended %s".formatted(mode.inWords()));
        return held;
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
}
