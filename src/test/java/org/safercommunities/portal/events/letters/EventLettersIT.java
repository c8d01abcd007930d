package org.safercommunities.portal.events.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.Attendee;
import org.safercommunities.portal.events.BookingOutcome;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventNotices;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PlaceDecisions;
import org.safercommunities.portal.events.Places;
import org.safercommunities.portal.events.WhoGetsTheFreedPlace;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.shared.DaysBefore;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What happens to places reaches people by mail, with entries for their calendars that follow. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class EventLettersIT {

    @Autowired
    ApplicationContext portal;

    @Autowired
    Bookings bookings;

    @Autowired
    Places places;

    @Autowired
    PlaceDecisions decisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonList people;

    @Autowired
    EventNotices notices;

    @Autowired
    PlatformTransactionManager transactions;

    private Somebody somebody;
    private String agency;
    private Reader editor;

    record Sent(
            String kind,
            String subject,
            String text,
            @Nullable String calendar) {

        boolean carries(String line) {
            return calendar != null && calendar.contains(line);
        }
    }

    @BeforeEach
    void begin() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Letters");
        editor = somebody.named("Quill Hart", agency, Role.EDITOR);
    }

    @AfterEach
    void noMeetingLinkAnywhere() {
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM mail WHERE CONCAT(html, text, COALESCE(calendar, '')) LIKE '%secret-room%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<Sent> sent(Reader to) {
        return jdbc.sql(
                        "SELECT kind, subject, text, calendar FROM mail WHERE to_address = ? AND kind LIKE 'event-%' ORDER BY created_at")
                .param(people.find(to.personId()).orElseThrow().email())
                .query((row, number) -> new Sent(
                        row.getString("kind"),
                        row.getString("subject"),
                        row.getString("text"),
                        row.getString("calendar")))
                .list();
    }

    private Sent awaits(Reader to, String kind) {
        Eventually.holds(() -> assertThat(sent(to)).extracting(Sent::kind).contains(kind));
        return sent(to).stream()
                .filter(mail -> mail.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoMovesToAnotherAgencyIsToldThatTheirPlaceHasEndedAndTheirCalendarToo() {
        TestEvent event = TestEvent.of(portal, editor, Duration.ofDays(20), 1, 3);
        Reader mover = somebody.of(agency);
        bookings.book(event.id(), BookingWish.of(Mode.IN_PERSON), mover);
        awaits(mover, "event-confirmed");
        portal.getBean(People.class).join(mover.personId(), somebody.agency("Elsewhere"), Reader.portal());
        Sent told = awaits(mover, "event-cancelled");
        assertThat(told.subject()).isEqualTo("Your place has ended: Spotting coercion");
        assertThat(told.text()).contains("Left the agency for which the place was booked");
        assertThat(told.carries("METHOD:CANCEL")).isTrue();
    }

    @Test
    void aBookingOfThreeSessionsIsConfirmedInOneLetter() {
        TestEvent event = TestEvent.of(portal, editor, Duration.ofDays(30), 3, 5);
        Reader rowan = somebody.of(agency);
        bookings.book(event.id(), new BookingWish(Mode.IN_PERSON, Set.copyOf(event.sessions()), "", "", false), rowan);
        Sent letter = awaits(rowan, "event-confirmed");
        assertThat(letter.subject()).isEqualTo("You have a place: Spotting coercion");
        assertThat(letter.text()).contains("Part 1", "Part 2", "Part 3", "Oast Hall", "places at 3 sessions");
        assertThat(letter.calendar())
                .contains("SUMMARY:Spotting coercion: Part 1", "SUMMARY:Spotting coercion: Part 2");
        assertThat(sent(rowan)).hasSize(1);
    }

    @Test
    void theEntryFollowsTheSessionAndIsTakenOutWithThePlace() {
        TestEvent event = TestEvent.of(portal, editor, Duration.ofDays(30), 1, 5);
        Reader rowan = somebody.of(agency);
        UUID booking =
                bookings.book(event.id(), BookingWish.of(Mode.ONLINE), rowan).id();
        Sent confirmed = awaits(rowan, "event-confirmed");
        assertThat(confirmed.carries("METHOD:REQUEST")).isTrue();
        assertThat(confirmed.carries("SEQUENCE:0")).isTrue();
        event.move(Duration.ofDays(7), "Mill House");
        Sent changed = awaits(rowan, "event-event-changed");
        assertThat(changed.carries("SEQUENCE:1")).isTrue();
        assertThat(changed.text())
                .contains("The time has changed. It was:", "The venue has changed. It was: Oast Hall.");
        places.cancel(booking, rowan);
        Sent cancelled = awaits(rowan, "event-cancelled");
        assertThat(cancelled.subject()).startsWith("You have given up your place");
        assertThat(cancelled.carries("METHOD:CANCEL")).isTrue();
        assertThat(cancelled.carries("SEQUENCE:2")).isTrue();
    }

    @Test
    void whoWaitsHearsThePositionAndTheRuleAndOfTheirOfferOnly() {
        TestEvent event = TestEvent.of(portal, editor, Duration.ofDays(30), 1, 1);
        Reader first = somebody.of(agency);
        Reader second = somebody.of(agency);
        UUID booking =
                bookings.book(event.id(), BookingWish.of(Mode.IN_PERSON), first).id();
        bookings.book(event.id(), BookingWish.of(Mode.IN_PERSON), second);
        Sent waiting = awaits(second, "event-waiting");
        assertThat(waiting.text()).contains("Your position: 1", WhoGetsTheFreedPlace.IN_WORDS);
        assertThat(waiting.calendar()).isNull();
        places.cancel(booking, first);
        Sent offered = awaits(second, "event-offered");
        assertThat(offered.text()).contains("Yours until: ", "Why you: Longest waiting", "/events/" + event.id());
        assertThat(offered.calendar()).isNull();
    }

    @Test
    void whoeverTookAPlaceAwayAndWhyIsSaid() {
        TestEvent event = TestEvent.of(portal, editor, Duration.ofDays(30), 1, 5);
        Reader rowan = somebody.of(agency);
        BookingOutcome booked = bookings.book(event.id(), BookingWish.of(Mode.IN_PERSON), rowan);
        awaits(rowan, "event-confirmed");
        decisions.takeAway(booked.places().getFirst().place(), "Booked twice by mistake", editor);
        Sent letter = awaits(rowan, "event-cancelled");
        assertThat(letter.text()).contains("Quill Hart has cancelled your place", "Reason: Booked twice by mistake");
        event.planning().cancel(event.id(), "The speaker is ill", editor);
        assertThat(sent(rowan)).extracting(Sent::kind).doesNotContain("event-event-cancelled");
    }

    @Test
    void somebodyWithoutAnAccountLearnsHowToComeIn() {
        TestEvent event = TestEvent.of(portal, editor, Duration.ofDays(30), 1, 5);
        String email = "new-" + UUID.randomUUID() + "@mail.example";
        BookingOutcome booked = bookings.bookColleague(
                event.id(), new Attendee(email, "Moss Heath", agency), BookingWish.of(Mode.IN_PERSON), editor);
        Reader moss = somebody.again(booked.person());
        Sent letter = awaits(moss, "event-confirmed");
        assertThat(letter.text()).contains("Quill Hart has booked a place for you", "To choose your password");
        // Still to be done while Keycloak is away, done already where it runs beside
        assertThat(jdbc.sql("""
                                SELECT (SELECT COUNT(*) FROM scheduled_tasks
                                         WHERE task_name = 'keycloak-open-account' AND task_instance = :person)
                                     + (SELECT COUNT(*) FROM person WHERE id = :person AND subject IS NOT NULL)
                                """)
                        .param("person", moss.personId().toString())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void remindersGoOnceAndToThoseOnlyWhoHadTheirPlaceThen() {
        TestEvent event = TestEvent.of(portal, editor, Duration.ofDays(30), 2, 1);
        TestEvent soon = TestEvent.of(portal, editor, Duration.ofDays(3), 1, 5);
        Reader rowan = somebody.of(agency);
        Reader waits = somebody.of(agency);
        BookingWish all = new BookingWish(Mode.IN_PERSON, Set.copyOf(event.sessions()), "", "", false);
        bookings.book(event.id(), all, rowan);
        bookings.book(event.id(), all, waits);
        bookings.book(soon.id(), BookingWish.of(Mode.IN_PERSON), rowan);
        remind(Instant.now());
        Instant week = DaysBefore.momentOf(event.start(), 7);
        remind(week.minusSeconds(1));
        assertThat(reminders(event)).isZero();
        assertThat(reminders(soon)).isZero();
        remind(week);
        remind(week.plusSeconds(60));
        assertThat(reminders(event)).isEqualTo(2);
        awaits(rowan, "event-reminder");
        remind(DaysBefore.momentOf(event.start(), 1));
        assertThat(reminders(event)).isEqualTo(4);
        Eventually.holds(() -> assertThat(
                        sent(rowan).stream().filter(mail -> mail.kind().equals("event-reminder")))
                .hasSize(2));
        assertThat(sent(waits)).extracting(Sent::kind).containsOnly("event-waiting");
    }

    private void remind(Instant now) {
        new Reminders(jdbc, notices, transactions, Clock.fixed(now, ZoneOffset.UTC)).catchUp();
    }

    private int reminders(TestEvent event) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM event_reminder r JOIN event_place p ON p.id = r.place_id
                  JOIN event_booking b ON b.id = p.booking_id WHERE b.event_id = ?
                """).param(event.id().toString()).query(Integer.class).single();
    }

    @Test
    void aNoteThatCannotBeToldIsInNobodysWay() {
        TestEvent event = TestEvent.of(portal, editor, Duration.ofDays(30), 1, 5);
        Reader rowan = somebody.of(agency);
        UUID booking =
                bookings.book(event.id(), BookingWish.of(Mode.IN_PERSON), rowan).id();
        awaits(rowan, "event-confirmed");
        jdbc.sql(
                        "INSERT INTO event_notice (kind, event_id, booking_id, due_at) VALUES ('FROM_A_LATER_VERSION', ?, ?, UTC_TIMESTAMP(6))")
                .param(event.id().toString())
                .param(booking.toString())
                .update();
        places.cancel(booking, rowan);
        awaits(rowan, "event-cancelled");
        Eventually.holds(() -> assertThat(
                        jdbc.sql("SELECT attempts FROM event_notice WHERE booking_id = ? AND due_at > UTC_TIMESTAMP(6)")
                                .param(booking.toString())
                                .query(Integer.class)
                                .optional()
                                .orElse(0))
                .isPositive());
        jdbc.sql("DELETE FROM event_notice WHERE booking_id = ?")
                .param(booking.toString())
                .update();
    }
}
