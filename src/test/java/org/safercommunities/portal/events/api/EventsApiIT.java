package org.safercommunities.portal.events.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.AlreadyBooked;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventDesk;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.EventPlans;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.HandedPacks;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.OwnBookings;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.Places;
import org.safercommunities.portal.events.UnknownEvent;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Events over the API: planned as the contract has it, booked, waited for, accepted; the meeting's address in no answer. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class EventsApiIT {

    private static final String LINK = "https://meet.example/secret-room";

    @Autowired
    private ApplicationContext portal;

    private String agency;
    private Reader editor;
    private Reader first;
    private Reader second;

    @BeforeEach
    void somePeople() {
        Somebody somebody = new Somebody(portal);
        agency = somebody.agency("Callers");
        editor = somebody.of(agency, Role.EDITOR);
        first = somebody.of(agency);
        second = somebody.of(agency);
        RequestContextHolder.setRequestAttributes(
                new ServletRequestAttributes(new MockHttpServletRequest("POST", "/api/v1/events")));
    }

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void planningNeedsATitleAKindAndOneSession() {
        UUID id = planned(onePlace());
        EventJson event = events(editor).one(id);
        assertThat(event.title()).isEqualTo("Lessons learnt");
        assertThat(event.sessions().getFirst().places().get(Mode.ONLINE).capacity())
                .isEqualTo(1);
        assertThatThrownBy(() -> events(editor).draft("{\"title\": \"Nothing\"}"))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("at least one session");
        assertThatThrownBy(() -> events(editor).draft(onePlace().replace("\"title\"", "\"tilte\"")))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("not JSON of the documented form");
        assertThatThrownBy(() -> events(first).draft(onePlace())).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aFullEventMakesPeopleWaitAndAFreedPlaceIsTheirs() {
        UUID id = planned(onePlace());
        assertThatThrownBy(() -> bookings(first).book(id, online()))
                .as("a draft is to others as if it were not there")
                .isInstanceOf(UnknownEvent.class);
        events(editor).publish(id, null);

        BookingsApi.Booked place = booked(first, id);
        assertThat(place.status()).isEqualTo(PlaceState.CONFIRMED);
        assertThatThrownBy(() -> bookings(first).book(id, online())).isInstanceOf(AlreadyBooked.class);
        BookingsApi.Booked turn = booked(second, id);
        assertThat(turn.status()).isEqualTo(PlaceState.WAITING);
        assertThat(turn.position()).isEqualTo(1);

        assertThatThrownBy(() -> bookings(second).cancel(place.id()))
                .as("somebody else's booking")
                .isInstanceOf(UnknownEvent.class);
        bookings(first).cancel(place.id());
        assertThat(bookings(second).mine().items().getFirst().status()).isEqualTo(PlaceState.OFFERED);
        assertThat(bookings(second).accept(turn.id()).status()).isEqualTo(PlaceState.CONFIRMED);
        assertThat(bookings(second).accept(turn.id()).status()).as("sent twice").isEqualTo(PlaceState.CONFIRMED);
    }

    @Test
    void aFurtherSessionIsAddedToABooking() {
        OffsetDateTime start = OffsetDateTime.now().plusDays(9).truncatedTo(ChronoUnit.SECONDS);
        UUID id = planned("""
                {"title": "Two parts", "kind": "SEMINAR", "sessions": [
                 {"title": "Morning", "start": "%s", "end": "%s", "capacity": {"ONLINE": 1}},
                 {"title": "Afternoon", "start": "%s", "end": "%s", "capacity": {"IN_PERSON": 1}}]}
                """.formatted(start, start.plusHours(2), start.plusHours(3), start.plusHours(4)));
        events(editor).publish(id, null);
        UUID morning = events(first).one(id).sessions().getFirst().id();
        UUID afternoon = events(first).one(id).sessions().getLast().id();
        UUID booking = Objects.requireNonNull(bookings(first)
                        .book(id, "{\"mode\": \"ONLINE\", \"sessions\": [\"%s\"]}".formatted(morning))
                        .getBody())
                .id();
        String further = "{\"mode\": \"IN_PERSON\", \"sessions\": [\"%s\"]}".formatted(afternoon);
        assertThatThrownBy(() -> bookings(second).addSessions(booking, further)).isInstanceOf(UnknownEvent.class);
        assertThat(bookings(first).addSessions(booking, further).places()).hasSize(1);
        assertThat(bookings(first).mine().items().getFirst().places()).hasSize(2);
    }

    @Test
    void onlyWhoRunsAnEventReadsWhoIsBooked() {
        UUID id = planned(onePlace());
        events(editor).publish(id, null);
        booked(first, id);
        assertThat(bookings(editor).people(id, 0, 20).total()).isEqualTo(1);
        assertThatThrownBy(() -> bookings(second).people(id, 0, 20)).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void theMeetingsAddressIsInNoAnswer() {
        UUID id = planned(onePlace());
        events(editor).publish(id, null);
        booked(first, id);
        JsonMapper json = JsonMapper.builder().build();
        for (Reader reader : new Reader[] {editor, first, second}) {
            String answers = json.writeValueAsString(events(reader).one(id))
                    + json.writeValueAsString(events(reader).list(null, null, null, null, null, 0, 200))
                    + json.writeValueAsString(bookings(reader).mine());
            assertThat(answers).contains("Lessons learnt").doesNotContain("secret-room");
        }
        assertThat(json.writeValueAsString(bookings(editor).people(id, 0, 20))).doesNotContain("secret-room");
    }

    @Test
    void aPatchKeepsWhatItDoesNotSay() {
        UUID id = planned(onePlace());
        EventJson before = events(editor).one(id);
        EventJson after = events(editor).change(id, "{\"title\": \"Renamed\"}");
        assertThat(after.title()).isEqualTo("Renamed");
        assertThat(after.sessions()).isEqualTo(before.sessions());
        assertThat(portal.getBean(EventPlans.class)
                        .plan(id, editor)
                        .orElseThrow()
                        .sessions()
                        .getFirst()
                        .joiningLink())
                .isEqualTo(LINK);
        assertThatThrownBy(() -> events(first).change(id, "{\"title\": \"Mine\"}"))
                .isInstanceOf(UnknownEvent.class);
    }

    private UUID planned(String body) {
        return Objects.requireNonNull(events(editor).draft(body).getBody()).id();
    }

    private BookingsApi.Booked booked(Reader reader, UUID event) {
        return Objects.requireNonNull(bookings(reader).book(event, online()).getBody());
    }

    private static String online() {
        return "{\"mode\": \"ONLINE\"}";
    }

    private static String onePlace() {
        OffsetDateTime start = OffsetDateTime.now().plusDays(9).truncatedTo(ChronoUnit.SECONDS);
        return """
                {"title": "Lessons learnt", "kind": "SEMINAR", "sessions": [{"title": "Morning", "start": "%s", "end": "%s",
                 "venue": "Town hall", "joiningLink": "%s", "capacity": {"ONLINE": 1}}]}
                """.formatted(start, start.plusHours(2), LINK);
    }

    private EventsApi events(Reader reader) {
        return new EventsApi(
                portal.getBean(Events.class),
                portal.getBean(EventPlanning.class),
                portal.getBean(EventPlans.class),
                portal.getBean(EventWishes.class),
                portal.getBean(HandedPacks.class),
                () -> reader,
                Clock.systemUTC());
    }

    private BookingsApi bookings(Reader reader) {
        return new BookingsApi(
                portal.getBean(Bookings.class),
                portal.getBean(Places.class),
                portal.getBean(OwnBookings.class),
                portal.getBean(EventDesk.class),
                portal.getBean(EventWishes.class),
                () -> reader);
    }
}
