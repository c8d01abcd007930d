package org.safercommunities.portal.events.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.calendar.CalendarFiles;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.notifications.MailTemplate;
import org.safercommunities.portal.notifications.Outbox;
import org.safercommunities.portal.notifications.PowerSwitch;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Whenever the power is cut, and however many nodes there are, every letter is written once. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class LetterFaultsIT {

    /** The portal's own worker does not see notes that are due so much later. */
    private static final Duration LATER = Duration.ofDays(2);

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Node {}

    @Autowired
    ApplicationContext portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    private final List<UUID> booked = new ArrayList<>();
    private UUID event;

    private void book(int people, int sessions) {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Faults");
        Reader editor = somebody.of(agency, Role.EDITOR);
        TestEvent made = TestEvent.of(portal, editor, Duration.ofDays(30), sessions, people);
        event = made.id();
        for (int i = 0; i < people; i++) {
            booked.add(portal.getBean(Bookings.class)
                    .book(
                            event,
                            new BookingWish(Mode.IN_PERSON, java.util.Set.copyOf(made.sessions()), "", "", false),
                            somebody.of(agency))
                    .id());
        }
        Eventually.holds(() -> assertThat(notes()).isZero());
    }

    private void noteAgain() {
        jdbc.sql("DELETE FROM mail WHERE reference = ?").param("event:" + event).update();
        jdbc.sql("DELETE FROM event_invitation WHERE session_id IN (SELECT id FROM event_session WHERE event_id = ?)")
                .param(event.toString())
                .update();
        jdbc.sql("""
                INSERT INTO event_notice (kind, event_id, booking_id, place_id, due_at)
                SELECT 'CONFIRMED', b.event_id, b.id, p.id, :due FROM event_booking b JOIN event_place p ON p.booking_id = b.id
                 WHERE b.event_id = :event
                """)
                .param("event", event.toString())
                .param("due", NoticeRows.utc(Instant.now().plus(LATER.minusDays(1))))
                .update();
    }

    private int notes() {
        return jdbc.sql("SELECT COUNT(*) FROM event_notice WHERE event_id = ?")
                .param(event.toString())
                .query(Integer.class)
                .single();
    }

    private List<Integer> lettersEach() {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE reference = ? GROUP BY to_address")
                .param("event:" + event)
                .query(Integer.class)
                .list();
    }

    private AnnotationConfigApplicationContext node(DataSource source) {
        try {
            AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
            node.register(Node.class, NoticeRows.class, FactsOfNotices.class, Invitations.class, EventLetters.class);
            node.register(
                    Outbox.class,
                    Class.forName("org.safercommunities.portal.notifications.MailRows"),
                    Class.forName("org.safercommunities.portal.notifications.MailBell"));
            // Wrapped, since a context closes what it can close when it ends, and this pool belongs to the portal
            node.registerBean(DataSource.class, () -> new DelegatingDataSource(source));
            node.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(source));
            node.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
            node.registerBean(Clock.class, () -> Clock.offset(Clock.systemUTC(), LATER));
            node.registerBean(MailTemplate.class, () -> portal.getBean(MailTemplate.class));
            node.registerBean(CalendarFiles.class, () -> portal.getBean(CalendarFiles.class));
            node.registerBean("personList", PersonList.class, () -> portal.getBean(PersonList.class));
            node.registerBean("agencies", Agencies.class, () -> portal.getBean(Agencies.class));
            node.refresh();
            return node;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void catchUp(DataSource source) {
        try (AnnotationConfigApplicationContext node = node(source)) {
            node.getBean(EventLetters.class).catchUp();
        }
    }

    @Test
    void wheneverANodeIsKilledEveryLetterIsWrittenOnce() {
        book(2, 2);
        int kills = 0;
        for (boolean afterwards : new boolean[] {false, true}) {
            boolean survived = false;
            for (int cutAt = 1; !survived; cutAt++) {
                noteAgain();
                PowerSwitch power = new PowerSwitch(cutAt, afterwards);
                try {
                    catchUp(power.guard(dataSource));
                } catch (PowerSwitch.PowerCut dead) {
                    kills++;
                }
                survived = !power.isOff();
                catchUp(dataSource);
                assertThat(notes()).as("killed at %d", cutAt).isZero();
                assertThat(lettersEach()).as("killed at %d", cutAt).containsExactly(1, 1);
                assertThat(jdbc.sql("""
                                SELECT DISTINCT i.sequence FROM event_invitation i JOIN event_session s ON s.id = i.session_id
                                 WHERE s.event_id = ?
                                """)
                                .param(event.toString())
                                .query(Integer.class)
                                .list())
                        .as("killed at %d", cutAt)
                        .containsExactly(0);
            }
        }
        assertThat(kills).isGreaterThan(20);
        jdbc.sql("DELETE FROM mail WHERE reference = ?").param("event:" + event).update();
    }

    @Test
    void severalNodesWriteEveryLetterOnceAndOneForTheWholeBooking() throws Exception {
        book(12, 3);
        noteAgain();
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                work.add(() -> {
                    catchUp(dataSource);
                    return true;
                });
            }
            for (Future<Boolean> done : nodes.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(notes()).isZero();
        assertThat(lettersEach()).hasSize(12).containsOnly(1);
        jdbc.sql("DELETE FROM mail WHERE reference = ?").param("event:" + event).update();
    }
}
