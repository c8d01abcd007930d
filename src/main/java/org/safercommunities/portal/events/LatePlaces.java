package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Colleagues.Colleague;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * After booking has closed nobody waits any more, but places may still become free: those who run the event can give one to
 * somebody who waited until then, with a reason that stays.
 */
@Service
public class LatePlaces {

    private final JdbcClient jdbc;
    private final Turns turns;
    private final HeldPlaces heldPlaces;
    private final Pools pools;
    private final PlaceSteps steps;
    private final BookableEvents events;
    private final BookingRecords bookings;
    private final WhoMaySeeEvent whoMaySee;
    private final Readers readers;
    private final EventNotices notices;
    private final Clock clock;

    LatePlaces(
            JdbcClient jdbc,
            Turns turns,
            HeldPlaces heldPlaces,
            Pools pools,
            PlaceSteps steps,
            BookableEvents events,
            BookingRecords bookings,
            WhoMaySeeEvent whoMaySee,
            Readers readers,
            EventNotices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.heldPlaces = heldPlaces;
        this.pools = pools;
        this.steps = steps;
        this.events = events;
        this.bookings = bookings;
        this.whoMaySee = whoMaySee;
        this.readers = readers;
        this.notices = notices;
        this.clock = clock;
    }

    /** Those whose turn ended because booking closed and who have no place at that session, in the order of their turns. */
    @Transactional(readOnly = true)
    public List<DeskPerson> whoWaited(UUID event, Reader by) {
        whoMaySee.unlessRuns(by, event);
        return jdbc.sql(EventDesk.PEOPLE + """
                 AND p.state = 'LAPSED' AND p.reason = :closed AND s.removed_at IS NULL AND s.end_at > :now
                 AND NOT EXISTS (SELECT 1 FROM event_booking ob JOIN event_place op ON op.booking_id = ob.id AND op.live = 1
                      WHERE ob.person_id = b.person_id AND op.session_id = p.session_id)
                 ORDER BY s.position, o.mode, p.ticket
                """)
                .param("event", event.toString())
                .param("closed", ClosedWaitingLists.REASON)
                .param("now", Sql.utc(clock.instant()))
                .query(EventDesk::person)
                .list();
    }

    /**
     * Gives somebody who waited until booking closed a place at that session.
     *
     * @param turn the place of {@link #whoWaited}
     * @throws InvalidEvent when there is no free place, or they cannot come any more
     */
    public void give(UUID turn, String reason, Reader by) {
        String words = PlaceDecisions.reason(reason);
        turns.run(() -> {
            Place ended = heldPlaces.hold(turn);
            whoMaySee.unlessRuns(by, ended.event());
            Bookable event = events.find(ended.event()).orElseThrow();
            Bookable.Hours hours = event.sessions().get(ended.session());
            Instant now = clock.instant();
            InvalidEvent.unless(
                    event.state() == EventState.PUBLISHED && hours != null && now.isBefore(hours.end()),
                    "place",
                    "This session is over, or does not take place");
            InvalidEvent.unless(
                    ended.is(PlaceState.LAPSED), "place", "They were given a place, or wait again, already");
            Pool pool = pools.hold(ended.pool());
            InvalidEvent.unless(
                    !pool.isFull(),
                    "place",
                    "There is no free place. Add places to the session first, or wait until one is given up");
            NewPlace.Booked booked = bookingOf(ended, by);
            InvalidEvent.unless(
                    steps.liveOf(booked.id()).stream().noneMatch(own -> atTheSameTime(event, own, ended)),
                    "place",
                    "They have a place at this session already, or at one that is at the same time");
            Place given = steps.add(NewPlace.of(booked, pool, PlaceState.CONFIRMED), words, by.actor());
            notices.note(NoticeKind.CONFIRMED, given.event(), given.booking(), given.id(), null);
        });
    }

    private static boolean atTheSameTime(Bookable event, Place own, Place wanted) {
        Bookable.Hours theirs = event.sessions().get(own.session());
        Bookable.Hours hours = event.sessions().get(wanted.session());
        return theirs != null && hours != null && theirs.overlaps(hours);
    }

    /** Their booking of other sessions, held so that it does not end meanwhile; else a new one, for the agency they are in now. */
    private NewPlace.Booked bookingOf(Place ended, Reader by) {
        return jdbc.sql("SELECT id FROM event_booking WHERE event_id = ? AND person_id = ? AND ended_at IS NULL")
                .param(ended.event().toString())
                .param(ended.person().toString())
                .query((row, number) -> Sql.id(row, "id"))
                .optional()
                .flatMap(bookings::holdCurrent)
                .orElseGet(() -> {
                    String agency = readers.of(ended.person())
                            .map(Reader::agencyId)
                            .orElseThrow(() -> new InvalidEvent("place", "They have left the portal meanwhile"));
                    Colleague person = new Colleague(ended.person(), agency);
                    return bookings.add(ended.event(), person, BookingWish.of(Mode.ONLINE), null, by.actor());
                });
    }
}
