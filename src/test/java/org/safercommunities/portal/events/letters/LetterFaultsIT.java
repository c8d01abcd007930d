package org.safercommunities.portal.events.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.notifications.MailTemplate;
import org.safercommunities.portal.notifications.Outbox;
import org.safercommunities.portal.notifications.PowerSwitch;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whenever the power is cut, and however many nodes there are, every letter is written once. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class LetterFaultsIT {

    /** The portal's own worker does not see notes that are due so much later, nor does it send mail written then. */
    private static final Duration LATER = Duration.ofDays(2);

    private static final int NODES = 3;

    @Autowired
    ApplicationContext portal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    private UUID event;

    /** What the cuts have led to: one is counted for each cut after which not everything was as it should be. */
    private record Tally(int kills, int lost, int doubled, int misnumbered) {}

    @AfterEach
    void leaveNothingToSend() {
        jdbc.sql("DELETE FROM mail WHERE reference = ?").param("event:" + event).update();
        jdbc.sql("DELETE FROM event_notice WHERE event_id = ?")
                .param(event.toString())
                .update();
    }

    @Test
    void wheneverANodeIsKilledEveryLetterIsWrittenOnce() {
        book(2, 2);
        try (LetterNode node = new LetterNode(portal, LATER)) {
            Tally tally = killEverywhere(node::work);
            assertThat(tally.kills()).isGreaterThan(40);
            assertThat(tally).isEqualTo(new Tally(tally.kills(), 0, 0, 0));
        }
    }

    /** Were the note deleted and the mail written in a transaction each, these cuts would show it. */
    @Test
    void theCutsShowLettersThatAreLostOrWrittenTwice() {
        book(1, 1);
        try (LetterNode node = new LetterNode(portal, LATER)) {
            Tally noteFirst = killEverywhere(source -> node.work(source, () -> inTwoTransactions(node, true)));
            assertThat(noteFirst.lost()).isPositive();
            assertThat(noteFirst.doubled()).isZero();
            Tally mailFirst = killEverywhere(source -> node.work(source, () -> inTwoTransactions(node, false)));
            assertThat(mailFirst.lost()).isZero();
            assertThat(mailFirst.doubled()).isPositive();
            assertThat(mailFirst.misnumbered()).isPositive();
        }
    }

    @Test
    void severalNodesWriteEveryLetterOnceAndOneForTheWholeBooking() throws Exception {
        book(12, 3);
        noteAgain();
        CyclicBarrier ready = new CyclicBarrier(NODES);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            work.add(() -> {
                try (LetterNode node = new LetterNode(portal, LATER)) {
                    ready.await();
                    node.work(dataSource);
                    return true;
                }
            });
        }
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : nodes.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        // What the database has refused, for two were in each other's way, was put off
        try (LetterNode node = new LetterNode(portal, LATER.plusHours(2))) {
            node.work(dataSource);
        }
        assertThat(notes()).isZero();
        assertThat(letters()).hasSize(12).containsOnly(1);
        assertThat(sequences()).containsExactly(0);
    }

    /** Cuts the power of a node at each thing it does with the database, and looks what another makes of what it left. */
    private Tally killEverywhere(Consumer<DataSource> work) {
        int kills = 0;
        int lost = 0;
        int doubled = 0;
        int misnumbered = 0;
        try (LetterNode other = new LetterNode(portal, LATER)) {
            for (boolean afterwards : new boolean[] {false, true}) {
                boolean survived = false;
                for (int cutAt = 1; !survived; cutAt++) {
                    int expected = noteAgain();
                    PowerSwitch power = new PowerSwitch(cutAt, afterwards);
                    try {
                        work.accept(power.guard(dataSource));
                    } catch (PowerSwitch.PowerCut dead) {
                        kills++;
                    }
                    survived = !power.isOff();
                    other.work(dataSource);
                    assertThat(notes()).as("notes left, killed at %d", cutAt).isZero();
                    List<Integer> letters = letters();
                    lost += letters.size() < expected ? 1 : 0;
                    doubled += letters.stream().anyMatch(each -> each > 1) ? 1 : 0;
                    misnumbered += sequences().stream().anyMatch(each -> each != 0) ? 1 : 0;
                }
            }
        }
        return new Tally(kills, lost, doubled, misnumbered);
    }

    private void inTwoTransactions(LetterNode node, boolean noteFirst) {
        NoticeRows rows = node.part(NoticeRows.class);
        TransactionTemplate transaction = new TransactionTemplate(node.part(PlatformTransactionManager.class));
        for (long id : rows.due()) {
            List<Notice> together = Objects.requireNonNull(transaction.execute(status -> rows.claim(id)));
            if (noteFirst) {
                transaction.executeWithoutResult(status -> rows.delete(together));
            }
            transaction.executeWithoutResult(status -> send(node, together));
            if (!noteFirst) {
                transaction.executeWithoutResult(status -> rows.delete(together));
            }
        }
    }

    private static void send(LetterNode node, List<Notice> together) {
        LetterFacts told = node.part(FactsOfNotices.class).of(together).orElseThrow();
        UUID booking = Objects.requireNonNull(together.getFirst().booking());
        node.part(Outbox.class)
                .send(node.part(MailTemplate.class)
                        .fill(
                                EventWords.of(told, node.part(Clock.class).instant()),
                                told.person().email(),
                                told.person().name(),
                                "event-confirmed",
                                "event:" + told.event())
                        .with(node.part(Invitations.class).with(told, booking)));
    }

    private void book(int people, int sessions) {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Faults");
        Reader editor = somebody.of(agency, Role.EDITOR);
        TestEvent made = TestEvent.of(portal, editor, Duration.ofDays(30), sessions, people);
        event = made.id();
        BookingWish wish = new BookingWish(Mode.IN_PERSON, Set.copyOf(made.sessions()), "", "", false);
        for (int i = 0; i < people; i++) {
            portal.getBean(Bookings.class).book(event, wish, somebody.of(agency));
        }
        Eventually.holds(() -> assertThat(notes()).isZero());
    }

    /** Everybody is to be told again, as if nobody had been. Returns how many people that are. */
    private int noteAgain() {
        jdbc.sql("DELETE FROM mail WHERE reference = ?").param("event:" + event).update();
        jdbc.sql("DELETE FROM event_invitation WHERE session_id IN (SELECT id FROM event_session WHERE event_id = ?)")
                .param(event.toString())
                .update();
        jdbc.sql("""
                INSERT INTO event_notice (kind, event_id, booking_id, place_id, due_at)
                SELECT 'CONFIRMED', b.event_id, b.id, p.id, :due
                  FROM event_booking b JOIN event_place p ON p.booking_id = b.id WHERE b.event_id = :event
                """)
                .param("event", event.toString())
                .param("due", Sql.utc(Instant.now().plus(LATER.minusDays(1))))
                .update();
        return jdbc.sql("SELECT COUNT(*) FROM event_booking WHERE event_id = ?")
                .param(event.toString())
                .query(Integer.class)
                .single();
    }

    private int notes() {
        return jdbc.sql("SELECT COUNT(*) FROM event_notice WHERE event_id = ?")
                .param(event.toString())
                .query(Integer.class)
                .single();
    }

    /** How many letters each has who has any. */
    private List<Integer> letters() {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE reference = ? GROUP BY to_address")
                .param("event:" + event)
                .query(Integer.class)
                .list();
    }

    /** The numbers of the newest calendar entries; a number that was used up by a letter that nobody got shows here. */
    private List<Integer> sequences() {
        return jdbc.sql("""
                SELECT DISTINCT i.sequence FROM event_invitation i JOIN event_session s ON s.id = i.session_id
                 WHERE s.event_id = ?
                """).param(event.toString()).query(Integer.class).list();
    }
}
