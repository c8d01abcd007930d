package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What people try who want more than is theirs: places, powers, and what they should not learn. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class HostilePeopleIT {

    @Autowired
    ApplicationContext portal;

    @Autowired
    People people;

    @Autowired
    Agencies agencies;

    @Autowired
    AgencyPlaces agencyPlaces;

    @Autowired
    PlacesInTime inTime;

    private EventWorld world;
    private String agency;
    private Reader coordinator;
    private Reader someone;

    @BeforeEach
    void begin() {
        world = new EventWorld(portal);
        agency = world.somebody.agency("Hostile");
        coordinator = world.somebody.of(agency, Role.COORDINATOR);
        someone = world.somebody.of(agency);
    }

    private UUID approved(int capacity) {
        return world.event(EventWorld.plan(
                "By approval", null, null, true, 8, List.of(session(null, Map.of(Mode.IN_PERSON, capacity)))));
    }

    private static SessionPlan session(@Nullable UUID id, Map<Mode, Integer> capacity) {
        return EventWorld.session(id, "", EventWorld.START, EventWorld.START.plusSeconds(3_600), capacity);
    }

    private Attendee as(Reader who) {
        return new Attendee(world.email(who), "", null);
    }

    @Test
    void noTurnForAWayOfTakingPartThatWasTakenOutOfThePlan() {
        UUID event = world.event(EventWorld.plan(session(null, Map.of(Mode.IN_PERSON, 1, Mode.ONLINE, 1))));
        UUID place = world.place(world.book(event, someone));
        world.resize(event, Map.of(Mode.IN_PERSON, 1));
        assertThatThrownBy(() -> world.bookings.book(event, BookingWish.of(Mode.ONLINE), coordinator))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("can be attended online");
        assertThatThrownBy(() -> world.places.changeMode(place, Mode.ONLINE, someone))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("cannot be attended online");
    }

    @Test
    void aPlaceThatWasHandedOverIsApprovedAgain() {
        UUID event = approved(3);
        UUID booking = world.book(event, someone).id();
        UUID place = live(booking);
        world.decisions.approve(place, coordinator);
        UUID taken = world.places.giveTo(booking, as(coordinator), coordinator);
        assertThat(world.state(live(taken)))
                .as("nobody gives a place to themselves that somebody has to approve")
                .isEqualTo(PlaceState.AWAITING_APPROVAL);
        assertThatThrownBy(() -> world.decisions.approve(live(taken), coordinator))
                .isInstanceOf(UnknownEvent.class);
        Reader colleague = world.somebody.of(agency);
        UUID again = world.places.giveTo(taken, as(colleague), coordinator);
        assertThat(world.state(live(again)))
                .as("nor does one that was not approved become so on its way")
                .isEqualTo(PlaceState.AWAITING_APPROVAL);
        world.decisions.approve(live(again), coordinator);
        UUID given = world.places.giveTo(again, as(someone), colleague);
        assertThat(world.state(live(given)))
                .as("given by somebody who approves nothing")
                .isEqualTo(PlaceState.AWAITING_APPROVAL);
        assertThat(world.wrongCounters(event)).isEmpty();
    }

    @Test
    void whoeverApprovesNeedsNoSecondApproval() {
        UUID event = approved(3);
        UUID booking = world.book(event, someone).id();
        world.decisions.approve(live(booking), world.editor);
        Reader colleague = world.somebody.of(agency);
        UUID given = world.places.giveTo(booking, as(colleague), coordinator);
        assertThat(world.state(live(given))).isEqualTo(PlaceState.CONFIRMED);
    }

    @Test
    void anOfferIsOverWhenBookingClosesEarlierThanItSaid() {
        UUID event = world.event(1);
        UUID first = world.book(event, someone).id();
        Reader waits = world.somebody.of(agency);
        UUID turn = world.place(world.book(event, waits));
        world.places.cancel(first, someone);
        assertThat(world.state(turn)).isEqualTo(PlaceState.OFFERED);
        world.closes(event, Instant.now().minusSeconds(1));
        assertThatThrownBy(() -> world.places.accept(turn, waits))
                .isInstanceOf(BookingClosed.class)
                .hasMessageContaining("over");
        inTime.catchUp();
        assertThat(world.state(turn)).isEqualTo(PlaceState.LAPSED);
        assertThat(world.wrongCounters(event)).isEmpty();
    }

    @Test
    void aTemplateIsNotPublishedByTheClockEither() {
        UUID template = world.planning.draft(EventWorld.plan(session(null, Map.of(Mode.ONLINE, 1))), world.editor);
        world.planning.useAsTemplate(template, true, world.editor);
        assertThatThrownBy(() -> world.planning.publishAt(template, EventWorld.START.minusSeconds(60), world.editor))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("Duplicate it");
    }

    @Test
    void aCoordinatorActsForTheirOwnAgencyOnly() {
        UUID event = approved(5);
        Reader stranger = world.somebody.of(world.somebody.agency("Strangers"));
        BookingOutcome theirs = world.book(event, stranger);
        UUID place = live(theirs.id());
        assertThatThrownBy(() -> world.decisions.approve(place, coordinator)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.decisions.refuse(place, "No", coordinator))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.decisions.takeAway(place, "No", coordinator))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.decisions.confirmOutOfTurn(place, "No", coordinator))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.places.cancel(theirs.id(), coordinator)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.places.cancelPlace(place, coordinator)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.places.accept(place, coordinator)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.places.giveTo(theirs.id(), as(someone), coordinator))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.places.acceptAutomatically(theirs.id(), true, coordinator))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> book(event, as(stranger), coordinator)).isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> book(
                        event, new Attendee("new@strangers.example", "New Comer", stranger.agencyId()), coordinator))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> book(event, as(someone), stranger)).isInstanceOf(AccessDeniedException.class);
        assertThat(agencyPlaces.upcoming(coordinator))
                .extracting(AgencyPlace::person)
                .doesNotContain(stranger.personId());
        // Their own is not theirs to approve
        UUID own = live(world.book(event, coordinator).id());
        assertThatThrownBy(() -> world.decisions.approve(own, coordinator)).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void aPlaceStaysInItsAgency() {
        UUID event = world.event(2);
        UUID booking = world.book(event, someone).id();
        Reader stranger = world.somebody.of(world.somebody.agency("Strangers"));
        assertThatThrownBy(() -> world.places.giveTo(booking, as(stranger), someone))
                .isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> world.places.giveTo(booking, as(stranger), world.editor))
                .isInstanceOf(InvalidEntry.class);
        assertThat(world.state(live(booking))).isEqualTo(PlaceState.CONFIRMED);
    }

    @Test
    void anEventForOthersIsNobodysToBookThroughAColleagueEither() {
        Reader outside = world.somebody.of(world.somebody.agency("Outside"), Role.COORDINATOR);
        UUID event = world.event(forGroupAnd(agency, world.editor.agencyId()));
        assertThatThrownBy(() -> world.book(event, outside)).isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> book(event, as(outside), outside)).isInstanceOf(UnknownEvent.class);
        assertThat(portal.getBean(Events.class).list(EventFilter.upcoming(Instant.now()), 0, 500, outside))
                .extracting(EventCard::id)
                .doesNotContain(event);
        assertThat(portal.getBean(JoinMeeting.class))
                .satisfies(meetings -> assertThatThrownBy(() -> meetings.join(world.session(event), outside))
                        .isInstanceOf(UnknownEvent.class));
    }

    @Test
    void anEditorWhoIsAGuestOfAnEventDoesNotRunIt() {
        Reader guest = world.somebody.of(world.somebody.agency("Guests"), Role.EDITOR);
        UUID event = world.event(forGroupAnd(world.editor.agencyId()));
        book(event, as(guest), world.editor);
        assertThat(portal.getBean(Events.class).find(event, guest)).isPresent();
        assertThat(portal.getBean(Events.class).runs(event, guest)).isFalse();
        assertThat(portal.getBean(EventPlans.class).plan(event, guest)).isEmpty();
        assertThatThrownBy(() -> portal.getBean(EventDesk.class).needs(event, guest))
                .isInstanceOf(UnknownEvent.class);
        assertThatThrownBy(() -> world.planning.cancel(event, "Mine now", guest))
                .isInstanceOf(UnknownEvent.class);
    }

    private EventPlan forGroupAnd(String... agencies) {
        EventPlan everybody = EventWorld.plan(session(null, Map.of(Mode.IN_PERSON, 5)));
        return new EventPlan(
                everybody.title(),
                everybody.kind(),
                "",
                Set.of(),
                // With a group among it, editors have no way in but that of anybody else
                new Audience(false, Set.of(agencies), Set.of("hostile-board"), Set.of()),
                null,
                null,
                null,
                false,
                8,
                Set.of(),
                true,
                true,
                everybody.sessions());
    }

    @Test
    void whoHasLeftHasNoPlaceAndWhoseAgencyEndedNeither() {
        UUID event = world.event(5);
        UUID left = live(world.book(event, someone).id());
        String ending = world.somebody.agency("Ending");
        UUID ended = live(world.book(event, world.somebody.of(ending)).id());
        people.endMembership(someone.personId(), "Left", Reader.portal());
        agencies.end(ending, Reader.portal());
        inTime.catchUp();
        assertThat(world.state(left)).isEqualTo(PlaceState.CANCELLED);
        assertThat(world.state(ended)).isEqualTo(PlaceState.CANCELLED);
        assertThat(world.wrongCounters(event)).isEmpty();
    }

    @Test
    void theMeetingsAddressIsNotGivenAwayByCarelessWords() {
        SessionPlan told = new SessionPlan(
                null,
                "",
                "Join at " + PlannedEvents.LINK,
                EventWorld.START,
                EventWorld.START.plusSeconds(3_600),
                Venue.NOWHERE,
                PlannedEvents.LINK,
                15,
                Map.of(Mode.ONLINE, 5),
                List.of(),
                List.of());
        assertThatThrownBy(() -> EventWorld.plan(told))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("what everybody reads");
        UUID event = new PlannedEvents(portal).published(false, Map.of(Mode.ONLINE, 5), List.of(), world.editor);
        world.bookings.book(event, BookingWish.of(Mode.ONLINE), someone);
        DeskMessages messages = portal.getBean(DeskMessages.class);
        DeskMessages.Recipients booked = new DeskMessages.Recipients(DeskMessages.To.BOOKED, null);
        for (DeskMessages.Message telling : List.of(
                new DeskMessages.Message("", "It is here: %s. See you".formatted(PlannedEvents.LINK)),
                new DeskMessages.Message(PlannedEvents.LINK, "See you"))) {
            assertThatThrownBy(() -> messages.send(event, booked, telling, world.editor))
                    .isInstanceOf(InvalidEvent.class)
                    .hasMessageContaining("Take the link");
        }
        assertThat(messages.send(event, booked, new DeskMessages.Message("", "See you"), world.editor))
                .isEqualTo(1);
    }

    private void book(UUID event, Attendee who, Reader by) {
        world.bookings.bookColleague(event, who, BookingWish.of(Mode.IN_PERSON), by);
    }

    private UUID live(UUID booking) {
        return world.jdbc
                .sql("SELECT id FROM event_place WHERE booking_id = ? ORDER BY live IS NULL LIMIT 1")
                .param(booking.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .single();
    }
}
