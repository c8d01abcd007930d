package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What becomes of places, from booking to the door. */
@PortalIT
class PlacesIT {

    private final EventWorld world;
    private final PlacesInTime inTime;
    private final OwnBookings own;
    private final People people;
    private final Agencies agencies;
    private final String agency;

    PlacesIT(@Autowired ApplicationContext portal) {
        world = new EventWorld(portal);
        inTime = portal.getBean(PlacesInTime.class);
        own = portal.getBean(OwnBookings.class);
        people = portal.getBean(People.class);
        agencies = portal.getBean(Agencies.class);
        agency = world.somebody.agency("Oast Partnership");
    }

    @Test
    void whoeverComesFirstHasAPlaceTheNextWaitInOrder() {
        UUID event = world.event(1);
        assertThat(world.book(event, person()).status()).isEqualTo(PlaceState.CONFIRMED);
        assertThat(world.book(event, person()).position()).isEqualTo(1);
        Reader third = person();
        assertThat(world.book(event, third).position()).isEqualTo(2);
        assertThat(own.of(event, third).orElseThrow().places().getFirst().position())
                .isEqualTo(2);
        assertSound(event);
    }

    @Test
    void aFurtherSessionIsBookedToABookingUnlessItOverlapsOrIsTheirsAlready() {
        Instant noon = EventWorld.START.plusSeconds(7_200);
        UUID event = world.event(EventWorld.plan(
                EventWorld.session("Morning", EventWorld.START, noon, Map.of(Mode.IN_PERSON, 2)),
                EventWorld.session("At the same time", EventWorld.START, noon, Map.of(Mode.IN_PERSON, 2)),
                EventWorld.session("Afternoon", noon, noon.plusSeconds(3_600), Map.of(Mode.ONLINE, 1))));
        List<UUID> sessions = world.sessions(event);
        Reader who = person();
        UUID booking = world.bookings
                .book(event, new BookingWish(Mode.IN_PERSON, Set.of(sessions.get(0)), "", "", false), who)
                .id();
        assertThatThrownBy(() -> world.bookings.addSessions(booking, Set.of(sessions.get(1)), Mode.IN_PERSON, who))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("at the same time");
        assertThatThrownBy(() -> world.bookings.addSessions(booking, Set.of(sessions.get(0)), Mode.IN_PERSON, who))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> world.bookings.addSessions(booking, Set.of(sessions.get(2)), Mode.ONLINE, person()))
                .isInstanceOf(UnknownEvent.class);
        assertThat(world.bookings
                        .addSessions(booking, Set.of(sessions.get(2)), Mode.ONLINE, who)
                        .status())
                .isEqualTo(PlaceState.CONFIRMED);
        Reader later = person();
        UUID theirs = world.bookings
                .book(event, new BookingWish(Mode.IN_PERSON, Set.of(sessions.get(1)), "", "", false), later)
                .id();
        assertThat(world.bookings
                        .addSessions(theirs, Set.of(sessions.get(2)), Mode.ONLINE, later)
                        .position())
                .isEqualTo(1);
        assertThat(own.of(event, who).orElseThrow().places()).hasSize(2);
        world.places.cancel(booking, who);
        assertThatThrownBy(() -> world.bookings.addSessions(booking, Set.of(sessions.get(0)), Mode.IN_PERSON, who))
                .isInstanceOf(BookingClosed.class);
        assertSound(event);
    }

    @Test
    void nobodyWaitsForAWayOfTakingPartThatIsNotOfferedAnyMore() {
        String others = world.somebody.agency("Others");
        UUID event = world.event(EventWorld.plan(EventWorld.session(
                "",
                EventWorld.START,
                EventWorld.START.plusSeconds(3_600),
                Map.of(Mode.IN_PERSON, 5, Mode.ONLINE, 1),
                new Allocation(others, Mode.ONLINE, 1, null, null))));
        BookingOutcome waits = world.bookings.book(event, BookingWish.of(Mode.ONLINE), person());
        assertThat(waits.status()).isEqualTo(PlaceState.WAITING);
        world.resize(event, Map.of(Mode.IN_PERSON, 5));
        assertThat(world.state(world.place(waits))).isEqualTo(PlaceState.LAPSED);
        assertThat(world.reason(world.place(waits))).isEqualTo("This session cannot be attended online any more");
        assertSound(event);
    }

    @Test
    void nobodyIsBookedTwice() {
        UUID event = world.event(2);
        Reader person = person();
        world.book(event, person);
        assertThatThrownBy(() -> world.book(event, person)).isInstanceOf(AlreadyBooked.class);
        assertThat(world.count(event, PlaceState.CONFIRMED)).isEqualTo(1);
    }

    @Test
    void aFreedPlaceIsOfferedToWhoeverHasWaitedLongestAndTheReasonStays() {
        UUID event = world.event(1);
        Reader first = person();
        Reader second = person();
        BookingOutcome booked = world.book(event, first);
        UUID waiting = world.place(world.book(event, second));
        world.book(event, person());

        world.places.cancel(booked.id(), first);
        assertThat(world.state(waiting)).isEqualTo(PlaceState.OFFERED);
        assertThat(world.reason(waiting)).isEqualTo("Longest waiting");
        assertThat(world.places.accept(waiting, second)).isEqualTo(PlaceState.CONFIRMED);
        assertThat(world.places.accept(waiting, second)).as("pressed twice").isEqualTo(PlaceState.CONFIRMED);
        assertThat(world.count(event, PlaceState.WAITING)).isEqualTo(1);
        assertSound(event);
    }

    @Test
    void whatSomebodyDeclinesOrLetsLapseGoesToTheNext() {
        UUID event = world.event(1);
        Reader first = person();
        BookingOutcome booked = world.book(event, first);
        Reader second = person();
        UUID declined = world.place(world.book(event, second));
        Reader third = person();
        UUID lapsed = world.place(world.book(event, third));
        UUID last = world.place(world.book(event, person()));

        world.places.cancel(booked.id(), first);
        world.places.decline(declined, second);
        assertThat(world.state(lapsed)).isEqualTo(PlaceState.OFFERED);
        world.lapses(lapsed, Instant.now().minusSeconds(1));
        assertThatThrownBy(() -> world.places.accept(lapsed, third)).isInstanceOf(BookingClosed.class);
        inTime.catchUp();
        assertThat(world.state(declined)).isEqualTo(PlaceState.DECLINED);
        assertThat(world.state(lapsed)).isEqualTo(PlaceState.LAPSED);
        assertThat(world.state(last)).isEqualTo(PlaceState.OFFERED);
        assertThat(world.book(event, third).position()).as("may wait again").isEqualTo(1);
        assertSound(event);
    }

    @Test
    void whoeverWishedSoHasTheirPlaceWithoutBeingAsked() {
        UUID event = world.event(1);
        Reader first = person();
        BookingOutcome booked = world.book(event, first);
        BookingWish wish = new BookingWish(Mode.IN_PERSON, java.util.Set.of(), "", "", true);
        UUID waiting = world.place(world.bookings.book(event, wish, person()));
        world.places.cancel(booked.id(), first);
        assertThat(world.state(waiting)).isEqualTo(PlaceState.CONFIRMED);
    }

    @Test
    void nothingIsOfferedOrBookedOnceBookingHasClosed() {
        UUID event = world.event(1);
        Reader first = person();
        BookingOutcome booked = world.book(event, first);
        UUID waiting = world.place(world.book(event, person()));
        world.closes(event, Instant.now().minusSeconds(1));
        world.places.cancel(booked.id(), first);
        inTime.catchUp();
        assertThat(world.state(waiting)).isEqualTo(PlaceState.LAPSED);
        assertThatThrownBy(() -> world.book(event, person())).isInstanceOf(BookingClosed.class);
    }

    @Test
    void theWayOfTakingPartIsChangedWithoutLosingThePlace() {
        UUID event = world.event(EventWorld.plan(EventWorld.session(
                "", EventWorld.START, EventWorld.START.plusSeconds(60), Map.of(Mode.IN_PERSON, 2, Mode.ONLINE, 1))));
        Reader first = person();
        UUID room = world.place(world.book(event, first));
        Reader second = person();
        UUID stays = world.place(world.book(event, second));

        assertThat(world.places.changeMode(room, Mode.ONLINE, first)).isTrue();
        assertThat(world.state(room)).isEqualTo(PlaceState.CHANGED);
        assertThat(world.places.changeMode(stays, Mode.ONLINE, second)).isFalse();
        assertThat(world.places.changeMode(stays, Mode.ONLINE, second))
                .as("pressed twice")
                .isFalse();
        assertThat(world.state(stays)).isEqualTo(PlaceState.CONFIRMED);

        world.places.cancel(own.of(event, first).orElseThrow().id(), first);
        UUID offered = own.of(event, second).orElseThrow().places().stream()
                .filter(place -> place.state() == PlaceState.OFFERED)
                .findFirst()
                .orElseThrow()
                .place();
        world.places.accept(offered, second);
        assertThat(world.state(stays)).isEqualTo(PlaceState.CHANGED);
        assertThat(world.state(offered)).isEqualTo(PlaceState.CONFIRMED);
        assertSound(event);
    }

    @Test
    void aPlaceAndATurnAreHandedToAColleagueOfTheSameAgencyOnly() {
        UUID event = world.event(1);
        Reader first = person();
        BookingOutcome booked = world.book(event, first);
        Reader waiting = person();
        BookingOutcome turn = world.book(event, waiting);
        world.book(event, person());
        Reader colleague = person();
        Reader stranger = world.somebody.of(world.somebody.agency("Elsewhere"));

        assertThatThrownBy(() -> world.places.giveTo(booked.id(), named(stranger), first))
                .isInstanceOf(InvalidEntry.class);
        world.places.giveTo(booked.id(), named(colleague), first);
        assertThat(own.of(event, colleague).orElseThrow().places().getFirst().state())
                .isEqualTo(PlaceState.CONFIRMED);
        assertThat(own.of(event, first)).isEmpty();
        Reader next = person();
        world.places.giveTo(turn.id(), named(next), waiting);
        assertThat(own.of(event, next).orElseThrow().places().getFirst().position())
                .isEqualTo(1);
        assertSound(event);
    }

    @Test
    void aGroupIsBookedWholeOrNotAtAll() {
        UUID event = world.event(2);
        List<Attendee> group = List.of(named(person()), named(person()), named(person()));
        assertThatThrownBy(
                        () -> world.bookings.bookTogether(event, group, BookingWish.of(Mode.IN_PERSON), world.editor))
                .isInstanceOfSatisfying(
                        NotEnoughPlaces.class, few -> assertThat(few.free()).isEqualTo(2));
        assertThat(world.count(event, PlaceState.CONFIRMED)).isZero();
        assertThat(world.bookings.bookTogether(
                        event, group.subList(0, 2), BookingWish.of(Mode.IN_PERSON), world.editor))
                .allMatch(one -> one.status() == PlaceState.CONFIRMED);
        assertSound(event);
    }

    @Test
    void whatIsKeptForAnAgencyIsItsUntilReleasedAndItsMaximumHolds() {
        Allocation kept = new Allocation(agency, null, 2, 2, null);
        UUID event = world.event(3, kept);
        Reader stranger = world.somebody.of(world.somebody.agency("Elsewhere"));
        Reader second = world.somebody.of(stranger.agencyId());
        assertThat(world.book(event, stranger).status()).isEqualTo(PlaceState.CONFIRMED);
        BookingOutcome waits = world.book(event, second);
        assertThat(waits.status()).isEqualTo(PlaceState.WAITING);
        assertThat(world.book(event, person()).status()).isEqualTo(PlaceState.CONFIRMED);
        world.jdbc
                .sql("UPDATE event_allocation SET release_at = ? WHERE agency = ?")
                .param(Sql.utc(Instant.now().minusSeconds(1)))
                .param(agency)
                .update();
        inTime.catchUp();
        assertThat(world.state(world.place(waits))).isEqualTo(PlaceState.OFFERED);
        world.resize(event, Map.of(Mode.IN_PERSON, 5), kept);
        assertThat(world.book(event, person()).status()).isEqualTo(PlaceState.CONFIRMED);
        assertThat(world.book(event, person()).status()).as("above the maximum").isEqualTo(PlaceState.WAITING);
        assertSound(event);
    }

    @Test
    void whereApprovalIsNeededThePlaceIsHeldAndOthersDecide() {
        UUID event = world.event(EventWorld.plan(
                "With approval",
                null,
                null,
                true,
                8,
                List.of(EventWorld.session(
                        "", EventWorld.START, EventWorld.START.plusSeconds(60), Map.of(Mode.IN_PERSON, 1)))));
        Reader first = person();
        UUID place = world.place(world.book(event, first));
        assertThat(world.state(place)).isEqualTo(PlaceState.AWAITING_APPROVAL);
        UUID next = world.place(world.book(event, person()));
        assertThat(world.state(next)).isEqualTo(PlaceState.WAITING);
        assertThatThrownBy(() -> world.decisions.approve(place, first)).isInstanceOf(UnknownEvent.class);
        Reader coordinator = world.somebody.of(agency, Role.COORDINATOR);
        world.decisions.refuse(place, "Not this time", coordinator);
        assertThat(world.state(place)).isEqualTo(PlaceState.REFUSED);
        assertThat(world.state(next)).isEqualTo(PlaceState.OFFERED);
        assertSound(event);
    }

    @Test
    void staffGiveAndTakePlacesWithAReasonThatStays() {
        UUID event = world.event(1);
        UUID first = world.place(world.book(event, person()));
        world.book(event, person());
        UUID second = world.place(world.book(event, person()));
        assertThatThrownBy(() -> world.decisions.confirmOutOfTurn(second, "They speak", world.editor))
                .isInstanceOf(InvalidEvent.class);
        assertThatThrownBy(() -> world.decisions.takeAway(first, " ", world.editor))
                .isInstanceOf(InvalidEvent.class);
        assertThatThrownBy(() -> world.decisions.takeAway(first, "Because", person()))
                .isInstanceOf(UnknownEvent.class);
        world.decisions.takeAway(first, "Came twice already", world.editor);
        assertThat(world.reason(first)).isEqualTo("Came twice already");
        world.resize(event, Map.of(Mode.IN_PERSON, 2));
        assertThat(world.state(second)).isEqualTo(PlaceState.OFFERED);
        world.decisions.confirmOutOfTurn(second, "They speak", world.editor);
        assertThat(world.reason(second)).isEqualTo("They speak");
        assertSound(event);
    }

    @Test
    void capacityIsNotLoweredBelowWhatIsTakenAndRaisingItOffersPlaces() {
        UUID event = world.event(2);
        world.book(event, person());
        world.book(event, person());
        UUID waiting = world.place(world.book(event, person()));
        assertThatThrownBy(() -> world.resize(event, Map.of(Mode.IN_PERSON, 1)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("2 places in the room are taken already");
        world.resize(event, Map.of(Mode.IN_PERSON, 3));
        assertThat(world.state(waiting)).isEqualTo(PlaceState.OFFERED);
        assertSound(event);
    }

    @Test
    void aSessionTakenOutAndAnEventCancelledEndTheirPlaces() {
        Instant later = EventWorld.START.plusSeconds(7_200);
        UUID event = world.event(EventWorld.plan(
                EventWorld.session(
                        "One", EventWorld.START, EventWorld.START.plusSeconds(60), Map.of(Mode.IN_PERSON, 1)),
                EventWorld.session("Two", later, later.plusSeconds(60), Map.of(Mode.IN_PERSON, 1))));
        Reader person = person();
        world.book(event, person);
        world.planning.change(
                event,
                EventWorld.plan(EventWorld.session(
                        world.session(event),
                        "One",
                        EventWorld.START,
                        EventWorld.START.plusSeconds(60),
                        Map.of(Mode.IN_PERSON, 1))),
                world.editor);
        assertThat(world.count(event, PlaceState.CALLED_OFF)).isEqualTo(1);
        assertThat(own.of(event, person).orElseThrow().places()).hasSize(1);
        world.planning.cancel(event, "The hall is flooded", world.editor);
        assertThat(world.count(event, PlaceState.CALLED_OFF)).isEqualTo(2);
        assertThatThrownBy(() -> world.book(event, person)).isInstanceOf(BookingClosed.class);
        assertSound(event);
    }

    @Test
    void whoLeavesTheirAgencyFreesTheirPlace() {
        UUID event = world.event(2);
        Reader leaver = person();
        Reader mover = person();
        world.book(event, leaver);
        world.book(event, mover);
        UUID next = world.place(world.book(event, person()));
        UUID afterNext = world.place(world.book(event, person()));
        people.endMembership(leaver.personId(), "Has a new post", Reader.portal());
        assertThat(world.state(next)).isEqualTo(PlaceState.OFFERED);
        people.join(mover.personId(), world.somebody.agency("Elsewhere"), Reader.portal());
        assertThat(world.state(afterNext)).isEqualTo(PlaceState.OFFERED);
        assertSound(event);
    }

    @Test
    void whatAnAgencyHadIsTheOthersOnceItIsPartOfItAndFreedWhenItEnds() {
        String joining = world.somebody.agency("Joining");
        String ending = world.somebody.agency("Ending");
        UUID event =
                world.event(4, new Allocation(agency, null, 1, 1, null), new Allocation(joining, null, 1, 2, null));
        BookingOutcome theirs = world.book(event, world.somebody.of(joining));
        UUID gone = world.place(world.book(event, world.somebody.of(ending)));
        agencies.merge(joining, agency, Reader.portal());
        assertThat(world.jdbc
                        .sql("SELECT agency FROM event_place WHERE id = ?")
                        .param(world.place(theirs).toString())
                        .query(String.class)
                        .single())
                .isEqualTo(agency);
        assertThat(world.jdbc
                        .sql("SELECT CONCAT(a.minimum, ' ', a.maximum) FROM event_allocation a WHERE a.agency = ?")
                        .param(agency)
                        .query(String.class)
                        .list())
                .containsExactly("2 3");
        agencies.end(ending, Reader.portal());
        assertThat(world.state(gone)).isEqualTo(PlaceState.CANCELLED);
        assertSound(event);
    }

    @Test
    void coordinatorsBookColleaguesWithoutAnAccountAndNobodyElseBooksOthers() {
        UUID event = world.event(3);
        Reader coordinator = world.somebody.of(agency, Role.COORDINATOR);
        String domain = world.jdbc
                .sql("SELECT domain FROM agency_domain WHERE agency = ?")
                .param(agency)
                .query(String.class)
                .single();
        Attendee unknown = new Attendee("new.colleague@" + domain, "New Colleague", null);
        BookingOutcome booked =
                world.bookings.bookColleague(event, unknown, BookingWish.of(Mode.IN_PERSON), coordinator);
        assertThat(booked.status()).isEqualTo(PlaceState.CONFIRMED);
        Reader practitioner = person();
        assertThatThrownBy(() -> world.bookings.bookColleague(
                        event, named(person()), BookingWish.of(Mode.IN_PERSON), practitioner))
                .isInstanceOf(AccessDeniedException.class);
        Reader stranger = world.somebody.of(world.somebody.agency("Elsewhere"));
        assertThatThrownBy(() -> world.bookings.bookColleague(
                        event, named(stranger), BookingWish.of(Mode.IN_PERSON), coordinator))
                .isInstanceOf(InvalidEntry.class);
    }

    @Test
    void whatIsNotTheirsIsToThemAsIfItWereNotThere() {
        UUID event = world.event(1);
        Reader person = person();
        BookingOutcome booked = world.book(event, person);
        Reader colleague = person();
        Reader coordinatorElsewhere = world.somebody.of(world.somebody.agency("Elsewhere"), Role.COORDINATOR);
        for (Reader other : List.of(colleague, coordinatorElsewhere)) {
            assertThatThrownBy(() -> world.places.cancel(booked.id(), other)).isInstanceOf(UnknownEvent.class);
            assertThatThrownBy(() -> world.places.cancelPlace(world.place(booked), other))
                    .isInstanceOf(UnknownEvent.class);
            assertThatThrownBy(() -> world.planning.cancel(event, "No", other)).isInstanceOf(UnknownEvent.class);
        }
        assertThatThrownBy(() -> world.places.cancel(UUID.randomUUID(), person)).isInstanceOf(UnknownEvent.class);
        UUID draft = world.planning.draft(
                EventWorld.plan(EventWorld.session(
                        "", EventWorld.START, EventWorld.START.plusSeconds(60), Map.of(Mode.IN_PERSON, 1))),
                world.editor);
        assertThatThrownBy(() -> world.book(draft, person)).isInstanceOf(UnknownEvent.class);
        world.places.cancel(booked.id(), world.somebody.of(agency, Role.COORDINATOR));
        assertThat(own.of(event, person)).isEmpty();
    }

    /** The list asks in SQL what bookings ask in Java. */
    @Test
    void placesThatAListShowsAsOpenAreThoseThatCanBeBooked() {
        java.util.Random random = new java.util.Random(20_261_125);
        List<String> some = List.of(agency, world.somebody.agency("Second"), world.somebody.agency("Third"));
        List<Integer> seen = new ArrayList<>();
        for (int round = 0; round < 60; round++) {
            UUID event = world.event(10);
            long id = world.jdbc
                    .sql("SELECT id FROM event_pool WHERE session_id = ?")
                    .param(world.session(event).toString())
                    .query(Long.class)
                    .single();
            int bookings = random.nextInt(6);
            Map<String, Integer> taken = new LinkedHashMap<>();
            for (int i = 0; i < bookings; i++) {
                String whose = some.get(random.nextInt(3));
                world.book(event, world.somebody.of(whose));
                taken.merge(whose, 1, Integer::sum);
            }
            int capacity = bookings + random.nextInt(6);
            world.jdbc
                    .sql("UPDATE event_pool SET capacity = ? WHERE id = ?")
                    .param(capacity)
                    .param(id)
                    .update();
            List<Pool.Kept> kept = new ArrayList<>();
            Instant now = Instant.now();
            for (String one : some.subList(0, random.nextInt(4))) {
                int minimum = random.nextInt(5);
                Integer maximum = random.nextBoolean() ? null : minimum + random.nextInt(3);
                Instant release = random.nextInt(3) == 0 ? now.plusSeconds(random.nextBoolean() ? -60 : 60) : null;
                world.jdbc
                        .sql("INSERT INTO event_allocation VALUES (?, ?, ?, ?, ?)")
                        .params(java.util.Arrays.asList(id, one, minimum, maximum, Sql.utcOrNull(release)))
                        .update();
                kept.add(new Pool.Kept(one, minimum, maximum, release, taken.getOrDefault(one, 0)));
            }
            Pool pool = new Pool(id, world.session(event), Mode.IN_PERSON, capacity, bookings, kept);
            for (String asked : some) {
                int open = world.jdbc
                        .sql("SELECT " + Events.OPEN + " FROM event_pool o WHERE o.id = :id")
                        .param("id", id)
                        .param("agency", asked)
                        .param("now", Sql.utc(now))
                        .query(Integer.class)
                        .single();
                assertThat(open).as("%s of %s", asked, pool).isEqualTo(pool.openTo(asked, now));
                seen.add(open);
            }
        }
        assertThat(seen).contains(0, 1, 2, 3);
    }

    private Reader person() {
        return world.somebody.of(agency);
    }

    private Attendee named(Reader who) {
        return new Attendee(world.email(who), "Somebody", null);
    }

    private void assertSound(UUID event) {
        assertThat(world.wrongCounters(event)).isEmpty();
    }
}
