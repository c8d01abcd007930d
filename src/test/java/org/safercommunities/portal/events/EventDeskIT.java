package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PortalIT
class EventDeskIT {

    private final EventDesk desk;
    private final WaitingOrder order;
    private final DeskMessages letters;
    private final DeskTrail trail;
    private final Attendance attendance;
    private final AgencyPlaces agencyPlaces;
    private final RecordedDocuments documents;
    private final PlaceDecisions decisions;
    private final Bookings bookings;
    private final Events events;
    private final PersonList people;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PlannedEvents planned;
    private final Somebody somebody;
    private final String agency;
    private final Reader editor;

    EventDeskIT(@Autowired ApplicationContext portal) {
        desk = portal.getBean(EventDesk.class);
        order = portal.getBean(WaitingOrder.class);
        letters = portal.getBean(DeskMessages.class);
        trail = portal.getBean(DeskTrail.class);
        attendance = portal.getBean(Attendance.class);
        agencyPlaces = portal.getBean(AgencyPlaces.class);
        documents = portal.getBean(RecordedDocuments.class);
        decisions = portal.getBean(PlaceDecisions.class);
        bookings = portal.getBean(Bookings.class);
        events = portal.getBean(Events.class);
        people = portal.getBean(PersonList.class);
        jdbc = portal.getBean(JdbcClient.class);
        transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
        planned = new PlannedEvents(portal);
        somebody = new Somebody(portal);
        agency = somebody.agency("Desk");
        editor = somebody.of(agency, Role.EDITOR);
    }

    private Reader books(UUID event, String from, Mode mode) {
        Reader person = somebody.named("Somebody " + UUID.randomUUID(), from);
        bookings.book(event, new BookingWish(mode, Set.of(), "No nuts", "Hearing loop", false), person);
        return person;
    }

    @Test
    void talliesByPoolAndAgencyAndNamesTheNextInTurn() {
        String kept = somebody.agency("Kept");
        UUID event = planned.published(
                false,
                Map.of(Mode.IN_PERSON, 2, Mode.ONLINE, 5),
                List.of(new Allocation(kept, Mode.IN_PERSON, 1, null, null)),
                editor);
        books(event, agency, Mode.IN_PERSON);
        Reader first = books(event, agency, Mode.IN_PERSON);
        books(event, kept, Mode.IN_PERSON);
        books(event, kept, Mode.IN_PERSON);
        books(event, kept, Mode.ONLINE);

        DeskTally tally = desk.tally(event, editor);
        assertThat(tally.pools())
                .extracting(DeskTally.OfPool::mode, DeskTally.OfPool::confirmed, DeskTally.OfPool::waiting)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Mode.IN_PERSON, 2, 2),
                        org.assertj.core.groups.Tuple.tuple(Mode.ONLINE, 1, 0));
        assertThat(tally.agencies())
                .extracting(
                        DeskTally.OfAgency::agency,
                        DeskTally.OfAgency::inRoom,
                        DeskTally.OfAgency::online,
                        DeskTally.OfAgency::waiting)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(kept, 1, 1, 1),
                        org.assertj.core.groups.Tuple.tuple(agency, 1, 0, 1));
        DeskPerson next = desk.people(event, editor).stream()
                .filter(each -> each.person().equals(first.personId()))
                .findFirst()
                .orElseThrow();
        assertThat(next.position()).isEqualTo(1);
        assertThat(order.next(event, editor)).containsExactly(Map.entry(next.place(), "Longest waiting"));
    }

    @Test
    void onlyWhoRunsTheEventSeesAnythingOfTheDesk() {
        UUID event = planned.published(false, Map.of(Mode.ONLINE, 5), List.of(), editor);
        Reader booked = books(event, agency, Mode.ONLINE);
        UUID place = desk.people(event, editor).getFirst().place();
        UUID session = desk.people(event, editor).getFirst().session();
        DeskMessages.Recipients all = new DeskMessages.Recipients(DeskMessages.To.BOOKED, null);
        for (Reader other :
                List.of(booked, somebody.of(agency, Role.COORDINATOR), somebody.of(agency, Role.ADMINISTRATOR))) {
            for (ThrowingCallable call : List.<ThrowingCallable>of(
                    () -> desk.tally(event, other),
                    () -> desk.people(event, other),
                    () -> desk.needs(event, other),
                    () -> desk.export(event, new StringBuilder(), other),
                    () -> order.next(event, other),
                    () -> letters.count(event, all, other),
                    () -> letters.send(event, all, new DeskMessages.Message("", "Hello"), other),
                    () -> trail.read(event, null, 5, other),
                    () -> attendance.note(place, true, other),
                    () -> attendance.restMissed(event, session, other),
                    () -> attendance.importTable(event, session, "Name\nA\n".getBytes(StandardCharsets.UTF_8), other),
                    () -> documents.add(event, UUID.randomUUID(), other),
                    () -> documents.remove(event, UUID.randomUUID(), other),
                    () -> documents.announce(event, other))) {
                assertThatThrownBy(call).isInstanceOf(UnknownEvent.class);
            }
        }
        assertThat(desk.needs(event, editor)).extracting(DeskNeed::dietary).containsExactly("No nuts");
    }

    @Test
    void takesTheSameStatementsHoweverManyBook() throws IOException {
        UUID event = planned.published(false, Map.of(Mode.ONLINE, 50), List.of(), editor);
        books(event, agency, Mode.ONLINE);
        long few = statements(event);
        for (int more = 0; more < 12; more++) {
            books(event, more % 2 == 0 ? agency : somebody.agency("Other"), Mode.ONLINE);
        }
        assertThat(statements(event)).isEqualTo(few).isLessThanOrEqualTo(16);
    }

    /** As the database counts them, on the connection of one transaction. */
    private long statements(UUID event) throws IOException {
        Long asked = transaction.execute(status -> {
            long before = questions();
            desk.tally(event, editor);
            desk.people(event, editor);
            desk.needs(event, editor);
            order.next(event, editor);
            try {
                desk.export(event, new StringBuilder(), editor);
            } catch (IOException unwritten) {
                throw new IllegalStateException(unwritten);
            }
            return questions() - before;
        });
        return asked == null ? 0 : asked;
    }

    private long questions() {
        return jdbc.sql(
                        "SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }

    @Test
    void writesToThoseChosenOnceEachAndKeepsThatInTheTrail() {
        String other = somebody.agency("Other");
        UUID event = planned.published(false, Map.of(Mode.ONLINE, 1), List.of(), editor);
        books(event, agency, Mode.ONLINE);
        books(event, other, Mode.ONLINE);
        books(event, other, Mode.ONLINE);
        assertThat(letters.count(event, new DeskMessages.Recipients(DeskMessages.To.BOOKED, null), editor))
                .isEqualTo(1);
        assertThat(letters.send(
                        event,
                        new DeskMessages.Recipients(DeskMessages.To.WAITING, null),
                        new DeskMessages.Message(" What to\nbring ", "Bring a pen"),
                        editor))
                .isEqualTo(2);
        assertThat(letters.count(event, new DeskMessages.Recipients(DeskMessages.To.AGENCY, other), editor))
                .isEqualTo(2);
        assertThat(trail.read(event, null, 1, editor).getFirst().words())
                .contains("wrote to 2 people", "under “What to bring”: Bring a pen");
        Eventually.holds(() -> assertThat(jdbc.sql(
                                "SELECT subject FROM mail WHERE kind = 'event-message' AND reference = ? GROUP BY subject")
                        .param("event:" + event)
                        .query(String.class)
                        .list())
                .containsExactly("What to bring"));
        assertThatThrownBy(() -> new DeskMessages.Message("", "  ")).isInstanceOf(InvalidEvent.class);
        assertThatThrownBy(() -> new DeskMessages.Recipients(DeskMessages.To.AGENCY, null))
                .hasMessageContaining("Choose the agency");
    }

    @Test
    void takesAttendanceFromATableAndLosesNobody() {
        UUID event = planned.published(false, Map.of(Mode.ONLINE, 9), List.of(), editor);
        Reader byAddress = books(event, agency, Mode.ONLINE);
        Reader byName = somebody.named("Linnet Hythe " + event, agency);
        bookings.book(event, BookingWish.of(Mode.ONLINE), byName);
        for (int twin = 0; twin < 2; twin++) {
            bookings.book(event, BookingWish.of(Mode.ONLINE), somebody.named("Twin " + event, agency));
        }
        String address = people.find(byAddress.personId()).orElseThrow().email();
        UUID session =
                events.find(event, editor).orElseThrow().sessions().getFirst().id();
        String table = "Name\tEmail\nNo match\t%s\nHYTHE %s, Linnet\t\nTwin %s\t\nStranger\tno@body.example\n\t\tx\n"
                .formatted(address.toUpperCase(java.util.Locale.ROOT), event, event);

        Attendance.Imported imported =
                attendance.importTable(event, session, table.getBytes(StandardCharsets.UTF_16LE), editor);

        assertThat(imported.open()).extracting(AttendanceTable.Open::number).containsExactly(4, 5, 6);
        assertThat(imported.found()).hasSize(2);
        assertThat(desk.people(event, editor))
                .filteredOn(each -> Boolean.TRUE.equals(each.came()))
                .extracting(DeskPerson::person)
                .containsExactlyInAnyOrder(byAddress.personId(), byName.personId());
        assertThat(attendance.restMissed(event, session, editor)).isEqualTo(2);
        assertThat(desk.people(event, editor)).noneMatch(each -> each.came() == null);
    }

    @Test
    void coordinatorsSeeAndApproveTheirOwnAgencyOnly() {
        String other = somebody.agency("Other");
        UUID event = planned.published(true, Map.of(Mode.ONLINE, 9), List.of(), editor);
        books(event, other, Mode.ONLINE);
        Reader colleague = books(event, agency, Mode.ONLINE);
        Reader coordinator = somebody.of(agency, Role.COORDINATOR);
        bookings.book(event, BookingWish.of(Mode.ONLINE), coordinator);

        List<AgencyPlace> places = agencyPlaces.upcoming(coordinator);
        assertThat(places)
                .extracting(AgencyPlace::person)
                .containsExactlyInAnyOrder(colleague.personId(), coordinator.personId());
        assertThat(agencyPlaces.toApprove(coordinator)).isEqualTo(1);
        for (AgencyPlace place : places) {
            if (place.person().equals(colleague.personId())) {
                decisions.approve(place.place(), coordinator);
            }
        }
        assertThat(agencyPlaces.toApprove(coordinator)).isZero();
        assertThatThrownBy(() -> agencyPlaces.upcoming(colleague)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agencyPlaces.toApprove(editor)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void theTableOfPeopleHoldsTheirPlacesAndNotTheirNeeds() throws IOException {
        UUID event = planned.published(false, Map.of(Mode.ONLINE, 9), List.of(), editor);
        books(event, agency, Mode.ONLINE);
        decisions.takeAway(desk.people(event, editor).getFirst().place(), "Booked twice", editor);
        StringBuilder out = new StringBuilder();
        desk.export(event, out, editor);
        assertThat(out).contains("Given up", "Booked twice").doesNotContain("nuts", "Hearing", "meet.example");
    }
}
