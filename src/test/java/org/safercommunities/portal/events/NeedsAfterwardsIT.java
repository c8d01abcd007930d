package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What people need is known until the event is over and no day longer. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class NeedsAfterwardsIT {

    @Autowired
    ApplicationContext portal;

    @Autowired
    EventPlanning planning;

    @Autowired
    Bookings bookings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher messages;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void theyAreDeletedTheDayAfterAndTheTrailKeepsHowMany() {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Needs");
        Reader editor = somebody.of(agency, Role.EDITOR);
        Instant start = start();
        UUID event = planning.draft(lunch(null, start), editor);
        planning.publish(event, editor);
        for (int i = 0; i < 2; i++) {
            book(event, somebody.of(agency));
        }
        at(start.plus(9, ChronoUnit.HOURS));
        assertThat(needs(event)).isEqualTo(2);
        at(start.plus(11, ChronoUnit.HOURS));
        assertThat(needs(event)).isZero();
        at(start.plus(12, ChronoUnit.HOURS));
        assertThat(jdbc.sql("SELECT details FROM audit_row WHERE action = 'events.event-needs-deleted' AND subject = ?")
                        .param("event:" + event)
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("\"2\"");
    }

    @Test
    void theyAreDeletedAgainWhereTheEventIsHeldOnceMore() {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Needs");
        Reader editor = somebody.of(agency, Role.EDITOR);
        Instant start = start();
        UUID event = planning.draft(lunch(null, start), editor);
        planning.publish(event, editor);
        book(event, somebody.of(agency));
        at(start.plus(11, ChronoUnit.HOURS));
        assertThat(needs(event)).isZero();
        UUID session = jdbc.sql("SELECT id FROM event_session WHERE event_id = ?")
                .param(event.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .single();
        Instant moved = start.plus(7, ChronoUnit.DAYS);
        planning.change(event, lunch(session, moved), editor);
        book(event, somebody.of(agency));
        at(moved.plus(9, ChronoUnit.HOURS));
        assertThat(needs(event)).isEqualTo(1);
        at(moved.plus(11, ChronoUnit.HOURS));
        assertThat(needs(event)).isZero();
    }

    private static Instant start() {
        return Instant.now()
                .plus(20, ChronoUnit.DAYS)
                .atZone(Dates.KENT)
                .with(LocalTime.of(14, 0))
                .toInstant();
    }

    private void book(UUID event, Reader who) {
        bookings.book(event, new BookingWish(Mode.IN_PERSON, Set.of(), "No nuts", "A chair near the door", false), who);
    }

    private static EventPlan lunch(@Nullable UUID id, Instant start) {
        SessionPlan session = new SessionPlan(
                id,
                "",
                "",
                start,
                start.plus(2, ChronoUnit.HOURS),
                Venue.NOWHERE,
                "",
                15,
                Map.of(Mode.IN_PERSON, 5),
                List.of(),
                List.of());
        return new EventPlan(
                "Lunch",
                EventKind.SEMINAR,
                "",
                Set.of(),
                Audience.ofEveryone(),
                null,
                null,
                null,
                false,
                8,
                Set.of(),
                true,
                true,
                List.of(session));
    }

    private void at(Instant now) {
        new NeedsAfterwards(jdbc, messages, transactions, Clock.fixed(now, ZoneOffset.UTC)).catchUp();
    }

    private int needs(UUID event) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM event_need n JOIN event_booking b ON b.id = n.booking_id WHERE b.event_id = ?")
                .param(event.toString())
                .query(Integer.class)
                .single();
    }
}
