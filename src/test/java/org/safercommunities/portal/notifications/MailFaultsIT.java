package org.safercommunities.portal.notifications;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.notifications.ScriptedMailServer.Point;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** No mail is lost, and none is doubled unsaid, whatever happens to server, connection and portal in the middle. */
@PortalIT
class MailFaultsIT {

    @EnableTransactionManagement
    static class Node {}

    @Autowired
    MailDispatcher dispatcher;

    @Autowired
    Outbox outbox;

    @Autowired
    MailLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    TransactionTemplate transactions;

    private final List<UUID> mine = new ArrayList<>();
    private final ScriptedMailServer server = newServer();

    private static ScriptedMailServer newServer() {
        try {
            return new ScriptedMailServer();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The portal's own lanes would take our mail; and what other tests have left must not reach our server. */
    @BeforeEach
    void quiet() {
        dispatcher.stop();
        jdbc.sql("DELETE FROM mail WHERE batch_id IS NULL").update();
    }

    @AfterEach
    void asBefore() throws IOException {
        server.close();
        jdbc.sql("DELETE FROM mail WHERE batch_id IS NULL").update();
        dispatcher.start();
    }

    private UUID mail() {
        Mail mail = new Mail(
                "rowan@swale.example",
                "Rowan",
                "Mail " + mine.size(),
                "<p>x</p>".repeat(200),
                "x".repeat(900),
                "test",
                null,
                Map.of());
        UUID id = requireNonNull(transactions.execute(status -> outbox.send(mail)));
        mine.add(id);
        return id;
    }

    private MailLine line(UUID id) {
        return ledger.newest(null, 0, 100, Reader.portal()).stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private GenericApplicationContext node(DataSource source, Clock clock) {
        AnnotationConfigApplicationContext node = new AnnotationConfigApplicationContext();
        node.register(Node.class, MailRows.class);
        // Wrapped, since a context closes what it can close when it ends, and this pool belongs to the portal
        node.registerBean(DataSource.class, () -> new DelegatingDataSource(source));
        node.registerBean(TransactionManager.class, () -> new DataSourceTransactionManager(source));
        node.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        node.registerBean(Clock.class, () -> clock);
        node.refresh();
        return node;
    }

    /** A node that works until nothing is due any more, or until it dies. */
    private void work(DataSource source, Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        try (GenericApplicationContext node = node(source, clock)) {
            MailBell bell = new MailBell();
            SmtpLine smtp = new SmtpLine(MailTest.SETTINGS.at(server.address()), clock);
            MailLane lane = new MailLane(node.getBean(MailRows.class), smtp, bell, clock);
            Thread thread = Thread.ofVirtual()
                    .uncaughtExceptionHandler((dead, cut) -> {})
                    .start(lane);
            Eventually.holds(
                    () -> assertThat(!thread.isAlive() || nothingDue(clock)).isTrue());
            lane.stop();
            bell.ringForAll();
            join(thread);
        }
    }

    private boolean nothingDue(Clock clock) {
        return jdbc.sql("SELECT COUNT(*) FROM mail WHERE state = 'SENDING' OR (state = 'PENDING' AND due_at <= ?)")
                        .param(Sql.utc(clock.instant()))
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private void recover(Duration later) {
        try (GenericApplicationContext node = node(dataSource, Clock.offset(Clock.systemUTC(), later))) {
            node.getBean(MailRows.class).recover();
        }
    }

    private static void join(Thread thread) {
        try {
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RECIPIENT, 550 5.1.1 no such user, FAILED, 0",
        "RECIPIENT, 450 4.2.1 try later, PENDING, 1",
        "DATA, 554 5.7.1 not wanted, FAILED, 0",
        "DATA, 451 4.3.0 try later, PENDING, 1",
        "FINAL_DOT, 554 5.7.1 spam, FAILED, 0",
        "FINAL_DOT, 452 4.2.2 mailbox full, PENDING, 1",
        "SENDER, 552 5.3.4 too large, FAILED, 0",
        "SENDER, 550 5.7.1 sender unknown, PENDING, 0",
        "GREETING, 421 too busy, PENDING, 0",
        "GREETING, '', PENDING, 0",
        "SENDER, '', PENDING, 0",
        "RECIPIENT, '', PENDING, 0",
        "RECIPIENT, 421 closing, PENDING, 0",
        "DATA, '', PENDING, 0",
        "FINAL_DOT, '', UNCERTAIN, 0",
        "TAKEN_BUT_UNANSWERED, '', UNCERTAIN, 0"
    })
    void whatTheServerSaysDecides(Point point, String reply, MailState state, int deferrals) {
        server.at(point, reply, Integer.MAX_VALUE);
        UUID id = mail();
        work(dataSource, Duration.ZERO);
        MailLine line = line(id);
        assertThat(line.state()).isEqualTo(state);
        assertThat(jdbc.sql("SELECT deferrals FROM mail WHERE id = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(deferrals);
        if (!reply.isEmpty()) {
            assertThat(line.answer()).contains(reply.substring(0, 3));
        } else {
            assertThat(line.answer()).isNotBlank();
        }
    }

    /** The end of a short mail may be on its way before the break is noticed: then nobody knows, and it says so. */
    @Test
    void aMailBrokenOffInTheMiddleIsNeverTakenForSent() {
        server.at(Point.HALF_OF_CONTENT, "", Integer.MAX_VALUE);
        UUID id = mail();
        work(dataSource, Duration.ZERO);
        assertThat(line(id).state()).isIn(MailState.PENDING, MailState.UNCERTAIN);
        assertThat(line(id).answer()).isNotBlank();
    }

    @Test
    void aMailThatTheServerPutOffIsSentLater() {
        server.at(Point.RECIPIENT, "450 4.2.0 greylisted", 1);
        UUID id = mail();
        work(dataSource, Duration.ZERO);
        assertThat(server.mails()).isEmpty();
        work(dataSource, Duration.ofMinutes(2));
        assertThat(line(id).state()).isEqualTo(MailState.SENT);
        assertThat(server.mails()).hasSize(1);
    }

    @Test
    void aServerThatClosesAKeptConnectionCostsNoMailATry() {
        UUID first = mail();
        UUID second = mail();
        server.at(Point.GREETING, "220 ready", 1);
        work(dataSource, Duration.ZERO);
        assertThat(List.of(line(first), line(second))).allMatch(line -> line.state() == MailState.SENT);
        assertThat(server.mails()).hasSize(2);
    }

    @Test
    void aMailInDoubtIsSentOnceMoreAfterTheGraceAsTheSameMailAndSaysSo() {
        server.at(Point.TAKEN_BUT_UNANSWERED, ScriptedMailServer.DROP, 1);
        UUID id = mail();
        work(dataSource, Duration.ZERO);
        assertThat(line(id).state()).isEqualTo(MailState.UNCERTAIN);
        recover(Duration.ofMinutes(29));
        assertThat(line(id).state()).isEqualTo(MailState.UNCERTAIN);
        recover(Duration.ofMinutes(31));
        work(dataSource, Duration.ofMinutes(31));
        assertThat(line(id).state()).isEqualTo(MailState.SENT);
        assertThat(line(id).doubtful()).isTrue();
        assertThat(server.mails()).hasSize(2);
        assertThat(new HashSet<>(server.messageIds())).hasSize(1);
        assertThat(server.mails().getFirst()).doesNotContain("X-Sent-Again");
        assertThat(server.mails().getLast()).contains("X-Sent-Again");
    }

    @Test
    void aMailInDoubtASecondTimeWaitsForAPerson() {
        server.at(Point.TAKEN_BUT_UNANSWERED, ScriptedMailServer.DROP, Integer.MAX_VALUE);
        UUID one = mail();
        work(dataSource, Duration.ZERO);
        for (int hours = 1; hours < 5; hours++) {
            recover(Duration.ofHours(hours));
            work(dataSource, Duration.ofHours(hours));
        }
        assertThat(line(one).state()).isEqualTo(MailState.UNCERTAIN);
        assertThat(line(one).attempts()).isEqualTo(2);
    }

    @Test
    void administratorsSendAgainOrGiveUp() {
        server.at(Point.RECIPIENT, "550 5.1.1 no such user", 1);
        UUID failed = mail();
        work(dataSource, Duration.ZERO);
        assertThat(ledger.giveUp(failed, Reader.portal())).isFalse();
        assertThat(ledger.sendAgain(failed, Reader.portal())).isTrue();
        work(dataSource, Duration.ZERO);
        assertThat(line(failed).state()).isEqualTo(MailState.SENT);
        assertThat(ledger.sendAgain(failed, Reader.portal())).isFalse();
        server.at(Point.FINAL_DOT, ScriptedMailServer.DROP, 1);
        UUID doubtful = mail();
        work(dataSource, Duration.ZERO);
        assertThat(ledger.giveUp(doubtful, Reader.portal())).isTrue();
        assertThat(line(doubtful).state()).isEqualTo(MailState.FAILED);
        assertThat(line(doubtful).answer()).startsWith("Given up by an administrator.");
    }

    /** Kills the node before and after every single thing it does with the database, and looks what another makes of it. */
    @Test
    void wheneverANodeIsKilledEveryMailArrivesAndDoublesAreMarked() throws IOException {
        int doubles = 0;
        int kills = 0;
        for (boolean afterwards : new boolean[] {false, true}) {
            boolean survived = false;
            for (int cutAt = 1; !survived; cutAt++) {
                mine.clear();
                jdbc.sql("DELETE FROM mail WHERE batch_id IS NULL").update();
                int before = server.mails().size();
                mail();
                mail();
                mail();
                PowerSwitch power = new PowerSwitch(cutAt, afterwards);
                workUntilSentOrDead(power);
                survived = !power.isOff();
                kills += survived ? 0 : 1;
                recover(Duration.ofMinutes(11));
                Map<UUID, MailState> seen = states();
                assertThat(seen.values()).doesNotContain(MailState.SENDING, MailState.FAILED);
                recover(Duration.ofMinutes(45));
                work(dataSource, Duration.ofMinutes(45));
                assertThat(states().values()).containsOnly(MailState.SENT);
                List<String> ids =
                        server.messageIds().subList(before, server.mails().size());
                for (UUID id : mine) {
                    long arrived = ids.stream()
                            .filter(line -> line.contains(id.toString()))
                            .count();
                    assertThat(arrived).as("killed at %d", cutAt).isBetween(1L, line(id).doubtful() ? 2L : 1L);
                    doubles += arrived == 2 ? 1 : 0;
                }
            }
        }
        assertThat(kills).isGreaterThan(20);
        assertThat(doubles).isPositive();
    }

    private void workUntilSentOrDead(PowerSwitch power) {
        Clock clock = Clock.systemUTC();
        DataSource source = power.guard(dataSource);
        try (GenericApplicationContext node = node(source, clock)) {
            MailBell bell = new MailBell();
            MailLane lane = new MailLane(
                    node.getBean(MailRows.class),
                    new SmtpLine(MailTest.SETTINGS.at(server.address()), clock),
                    bell,
                    clock);
            Thread thread = Thread.ofVirtual()
                    .uncaughtExceptionHandler((dead, cut) -> {})
                    .start(lane);
            Eventually.holds(() -> assertThat(!thread.isAlive() || allSent()).isTrue());
            lane.stop();
            bell.ringForAll();
            join(thread);
        }
    }

    private boolean allSent() {
        return states().values().stream().allMatch(MailState.SENT::equals);
    }

    private Map<UUID, MailState> states() {
        Map<UUID, MailState> states = new java.util.LinkedHashMap<>();
        ledger.newest(null, 0, 100, Reader.portal()).forEach(line -> states.put(line.id(), line.state()));
        return states;
    }
}
