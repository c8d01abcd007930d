package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.Ports;
import org.safercommunities.portal.notifications.ScriptedMailServer.Point;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.dao.DuplicateKeyException;

/** Mail to many: who is in a batch, when it is sent, and that each recipient is accounted for whatever a server does. */
class MailBatchesIT {

    private static final int CONNECTIONS = 2;
    private static final int CLAIM = 10;

    private static BatchWorld world;
    private ScriptedMailServer server;

    @BeforeAll
    static void database() {
        world = new BatchWorld(
                EmbeddedMariaDb.forTests(PortalServices.folder().resolve("batches-mariadb"), Ports.free())
                        .start());
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @BeforeEach
    void server() throws IOException {
        server = new ScriptedMailServer(0, true);
        for (String table : List.of("mail", "mail_form", "mail_batch", "mail_domain", "mail_suppression")) {
            world.office().jdbc().sql("DELETE FROM " + table).update();
        }
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private SendingNode node() {
        return node(Clock.systemUTC(), 0);
    }

    private SendingNode node(Clock clock, int perDomain) {
        return world.node(
                SendingNode.settings(server.address().getPort(), CONNECTIONS, CLAIM, perDomain, SendingNode.unsigned()),
                clock,
                true);
    }

    private static Clock later(Duration later) {
        return Clock.offset(Clock.systemUTC(), later);
    }

    private void over(UUID batch) {
        Eventually.holds(() -> assertThat(world.counts(batch).over()).isTrue());
        assertThat(world.counts(batch).addUp()).isTrue();
    }

    @Test
    void eachRecipientGetsTheirOwnMailOnceFromSeveralNodes() throws Exception {
        UUID batch = world.released(300, "swale.example", "thanet.example");
        try (SendingNode one = node();
                SendingNode two = node()) {
            over(batch);
        }
        assertThat(world.counts(batch).sent()).isEqualTo(300);
        assertThat(server.mails()).hasSize(300);
        assertThat(new HashSet<>(server.messageIds())).hasSize(300);
        String mine = server.mails().stream()
                .filter(mail -> mail.contains("r7@thanet.example"))
                .findFirst()
                .orElseThrow();
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mine.replaceAll("(?m)^\\.\\.", ".")
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(mail.getSubject()).isEqualTo("News for Rowan <7>");
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://portal.example/?r=7&x=1>");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(String.valueOf(parts.getBodyPart(0).getContent()).replace("\r\n", "\n"))
                .isEqualTo("Dear Rowan <7>,\nit is – as ever – here: https://portal.example/?r=7&x=1\n.\n..\nBye");
        assertThat(String.valueOf(parts.getBodyPart(1).getContent()))
                .contains("<p>Dear Rowan &lt;7&gt;,</p>")
                .contains("it is – as ever – <a href=\"https://portal.example/?r=7&amp;x=1\">here</a>");
    }

    @Test
    void whatIsWrongIsSaidWhenItIsPutIn() {
        UUID batch = world.held(3, "swale.example");
        assertThatThrownBy(() -> new BatchForm("s", "<p>{{na me}}</p>", "x", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> world.in(() -> {
                    UUID form = world.office().batches().addForm(batch, BatchWorld.FORM);
                    BatchRow row = new BatchRow("k", "a@b.example", "", form, Map.of("name", "x"));
                    world.office().batches().add(batch, List.of(row));
                }))
                .hasMessageContaining("link");
        assertThatThrownBy(() -> world.in(() -> {
                    UUID form = world.office().batches().addForm(batch, BatchWorld.FORM);
                    world.office().batches().add(batch, List.of(BatchWorld.row(form, 2, "elsewhere.example")));
                }))
                .isInstanceOf(DuplicateKeyException.class);
        world.in(() -> world.office().batches().release(batch, Instant.now()));
        assertThatThrownBy(() -> world.in(() -> world.office().batches().addForm(batch, BatchWorld.FORM)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.counts(batch).audience()).isEqualTo(3);
    }

    @Test
    void nothingIsSentBeforeItsTime() {
        UUID held = world.held(3, "swale.example");
        UUID tomorrow = world.held(3, "swale.example");
        UUID now = world.held(3, "swale.example");
        world.in(() -> {
            world.office().batches().release(tomorrow, Instant.now().plus(Duration.ofDays(1)));
            world.office().batches().release(now, Instant.now());
        });
        try (SendingNode node = node()) {
            over(now);
        }
        assertThat(world.counts(held).pending()).isEqualTo(3);
        assertThat(world.counts(tomorrow).pending()).isEqualTo(3);
        try (SendingNode node = node(later(Duration.ofHours(25)), 0)) {
            over(tomorrow);
        }
        assertThat(server.mails()).hasSize(6);
    }

    @Test
    void aPauseHoldsWithinASecondOnEveryNodeAndAStopAccountsForTheRest() {
        server.onTaken(mail -> LockSupport.parkNanos(Duration.ofMillis(15).toNanos()));
        UUID batch = world.released(600, "swale.example");
        try (SendingNode one = node();
                SendingNode two = node()) {
            Eventually.holds(() -> assertThat(server.mails()).hasSizeGreaterThan(40));
            world.in(() -> assertThat(world.office().batches().pause(batch)).isTrue());
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            int then = server.mails().size();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            assertThat(server.mails()).hasSize(then).hasSizeLessThan(600);
            Eventually.holds(() -> assertThat(world.counts(batch).sending()).isZero());
            assertThat(world.counts(batch).sent()).isEqualTo(then);
            world.in(() -> assertThat(world.office().batches().resume(batch)).isTrue());
            Eventually.holds(() -> assertThat(server.mails()).hasSizeGreaterThan(then + 40));
            world.in(() -> assertThat(world.office().batches().stop(batch)).isTrue());
            over(batch);
        }
        DeliveryCounts counts = world.counts(batch);
        assertThat(counts.sent()).isEqualTo(server.mails().size()).isLessThan(600);
        assertThat(counts.stopped()).isEqualTo(600 - counts.sent());
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user, BOUNCED, 1",
        "550 user unknown, BOUNCED, 1",
        "554 5.7.1 relaying denied, FAILED, 0",
        "552 5.2.2 mailbox full, FAILED, 0",
    })
    void anAddressThatIsNoneIsLeftOutFromThenOnUntilSomebodyLiftsIt(String reply, MailState state, int suppressed) {
        server.to("swale.example", reply);
        UUID batch = world.released(2, "swale.example", "thanet.example");
        try (SendingNode node = node()) {
            over(batch);
            assertThat(world.inState(batch, state)).hasSize(1);
            assertThat(world.counts(batch).sent()).isEqualTo(1);
            assertThat(world.office().suppressions().count(Reader.portal())).isEqualTo(suppressed);
            server.to("swale.example", "");
            UUID next = world.released(2, "swale.example", "thanet.example");
            over(next);
            assertThat(world.counts(next).suppressed()).isEqualTo(suppressed);
            assertThat(world.counts(next).sent()).isEqualTo(2 - suppressed);
            Suppressions suppressions = world.office().suppressions();
            assertThat(suppressions.search("R0@swale", 0, 10, Reader.portal()).stream()
                            .filter(each -> suppressions.lift(each.id(), "They have a mailbox again", Reader.portal()))
                            .count())
                    .isEqualTo(suppressed);
            UUID last = world.released(2, "swale.example", "thanet.example");
            over(last);
            assertThat(world.counts(last).sent()).isEqualTo(2);
        }
    }

    @Test
    void aDomainThatWantsToBeLeftAloneIsAndTheOthersGoOn() {
        server.to("swale.example", "421 4.7.0 too much of you");
        UUID batch = world.released(60, "swale.example", "thanet.example");
        try (SendingNode node = node()) {
            Eventually.holds(() -> assertThat(world.counts(batch).sent()).isEqualTo(30));
        }
        assertThat(world.counts(batch).pending()).isEqualTo(30);
        int tried = world.office()
                .jdbc()
                .sql("SELECT COUNT(*) FROM mail WHERE batch_id = ? AND deferrals > 0")
                .param(batch.toString())
                .query(Integer.class)
                .single();
        assertThat(tried).isBetween(1, CONNECTIONS);
        server.to("swale.example", "");
        try (SendingNode node = node(later(Duration.ofMinutes(3)), 0)) {
            over(batch);
        }
        assertThat(world.counts(batch).sent()).isEqualTo(60);
    }

    @Test
    void aLimitForADomainHoldsOverNodesAndRestarts() {
        UUID batch = world.released(200, "swale.example");
        Instant began = Instant.now();
        for (int seconds = 0; seconds <= 40; seconds += 20) {
            int atMost = 5 + 1 + seconds + 5;
            int before = world.counts(batch).sent();
            try (SendingNode one = node(Clock.fixed(began.plusSeconds(seconds), java.time.ZoneOffset.UTC), 60);
                    SendingNode two = node(Clock.fixed(began.plusSeconds(seconds), java.time.ZoneOffset.UTC), 60)) {
                int least = seconds == 0 ? 1 : 4;
                Eventually.holds(() -> assertThat(world.counts(batch).sent()).isGreaterThanOrEqualTo(before + least));
                LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
            }
            assertThat(world.counts(batch).sent()).isLessThanOrEqualTo(atMost);
        }
        assertThat(world.counts(batch).addUp()).isTrue();
    }

    @Test
    void whatMayHaveArrivedIsSentAgainOnlyWhenSomebodySaysSo() {
        server.at(Point.TAKEN_BUT_UNANSWERED, ScriptedMailServer.DROP, 1);
        UUID batch = world.released(20, "swale.example");
        try (SendingNode node = node()) {
            over(batch);
            world.recover();
            assertThat(world.counts(batch).uncertain()).isEqualTo(1);
            assertThat(server.mails()).hasSize(20);
            UUID doubtful = world.inState(batch, MailState.UNCERTAIN).getFirst();
            world.in(() ->
                    assertThat(world.office().batches().resendUncertain(batch)).isEqualTo(1));
            Eventually.holds(() -> assertThat(world.counts(batch).sent()).isEqualTo(20));
            List<String> doubles = server.mails().stream()
                    .filter(mail -> mail.contains(doubtful.toString()))
                    .toList();
            assertThat(doubles).hasSize(2);
            assertThat(doubles.getFirst()).doesNotContain("X-Sent-Again");
            assertThat(doubles.getLast()).contains("X-Sent-Again");
        }
    }

    @Test
    void aServerThatHasNoTimeForAnHourCostsNoMailATry() {
        server.at(Point.GREETING, "421 not now", Integer.MAX_VALUE);
        UUID batch = world.released(20, "swale.example");
        for (int minutes = 0; minutes < 60; minutes += 20) {
            int before = server.greeted();
            try (SendingNode node = node(later(Duration.ofMinutes(minutes)), 0)) {
                Eventually.holds(() -> assertThat(server.greeted()).isGreaterThan(before));
            }
            assertThat(world.counts(batch).pending())
                    .as("after %d minutes", minutes)
                    .isEqualTo(20);
        }
        server.at(Point.GREETING, ScriptedMailServer.DROP, 0);
        try (SendingNode node = node(later(Duration.ofMinutes(61)), 0)) {
            over(batch);
        }
        assertThat(world.counts(batch).sent()).isEqualTo(20);
        assertThat(world.office()
                        .jdbc()
                        .sql("SELECT SUM(deferrals) FROM mail WHERE batch_id = ?")
                        .param(batch.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aMailBrokenOffInTheMiddleIsNeverTakenForSentAndNobodyGetsTwo() {
        server.at(Point.HALF_OF_CONTENT, ScriptedMailServer.DROP, 2);
        UUID batch = world.released(20, "swale.example");
        try (SendingNode node = node()) {
            over(batch);
        }
        DeliveryCounts counts = world.counts(batch);
        // Gathered into one write, a mail may be with the portal's own system before its end is noticed to be missing
        assertThat(counts.sent() + counts.uncertain()).isEqualTo(20);
        assertThat(counts.uncertain()).isLessThanOrEqualTo(2);
        assertThat(server.mails()).hasSize(counts.sent());
        assertThat(new HashSet<>(server.messageIds())).hasSize(counts.sent());
    }

    @Test
    void aServerThatAnswersTheCallAndThenSaysNothingHoldsUpNoStopAndLosesNothing() {
        server.at(Point.GREETING, ScriptedMailServer.SILENCE, Integer.MAX_VALUE);
        UUID batch = world.released(20, "swale.example");
        try (SendingNode node = node()) {
            Eventually.holds(() -> assertThat(server.greeted()).isEqualTo(CONNECTIONS));
            assertThat(world.counts(batch).sending()).isEqualTo(CONNECTIONS * CLAIM);
        }
        world.recover();
        assertThat(world.counts(batch).uncertain()).isEqualTo(CONNECTIONS * CLAIM);
        server.at(Point.GREETING, ScriptedMailServer.DROP, 0);
        try (SendingNode node = node()) {
            world.in(() -> world.office().batches().resendUncertain(batch));
            over(batch);
        }
        assertThat(world.counts(batch).sent()).isEqualTo(20);
        assertThat(server.mails()).hasSize(20);
    }

    @Test
    void anAddressWithALineBreakNeverBecomesACommand() {
        for (String address : List.of(
                "r1@swale.example\r\nRCPT TO:<other@swale.example>",
                "r1\n@swale.example",
                "r1@swale.example\n",
                "\u2028r1@swale.example")) {
            assertThatThrownBy(() -> new BatchRow("k", address, "", UUID.randomUUID(), Map.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPersonsOwnMailOvertakesTheBulletin() throws InterruptedException {
        server.onTaken(mail -> LockSupport.parkNanos(Duration.ofMillis(15).toNanos()));
        UUID batch = world.released(600, "swale.example");
        MailProperties settings = SendingNode.settings(server.address().getPort(), 1, 1, 0, SendingNode.unsigned());
        MailBell bell = new MailBell();
        Lanes own = new Lanes(bell, Thread.ofVirtual());
        try (SendingNode node = node()) {
            own.start(
                    1,
                    () -> new MailLane(
                            world.office().mailRows(),
                            new SmtpLine(settings, Clock.systemUTC()),
                            bell,
                            Clock.systemUTC()));
            Eventually.holds(() -> assertThat(server.mails()).hasSizeGreaterThan(20));
            int then = server.mails().size();
            world.in(() -> world.office()
                    .mailRows()
                    .add(Mail.personal("wren@swale.example", "", "Your place", "<p>x</p>", "x", "event-place", null)));
            bell.ring();
            Eventually.holds(() -> assertThat(server.mails()).anyMatch(mail -> mail.contains("Subject: Your place")));
            int place = server.mails().stream()
                    .map(mail -> mail.contains("Subject: Your place"))
                    .toList()
                    .indexOf(true);
            assertThat(place - then).as("mails that went before it").isLessThan(200);
            assertThat(world.counts(batch).over()).isFalse();
            world.in(() -> world.office().batches().stop(batch));
        } finally {
            own.stop();
        }
    }

    @Test
    void aServerThatTakesTheMailAndHangsLeavesNoMoreInDoubtThanWereTakenUp() {
        server.onTaken(mail -> LockSupport.parkNanos(Duration.ofSeconds(60).toNanos()));
        UUID batch = world.released(100, "swale.example");
        try (SendingNode node = node()) {
            Eventually.holds(() -> assertThat(server.mails()).hasSize(CONNECTIONS));
        }
        assertThat(world.counts(batch).sending()).isBetween(1, CONNECTIONS * CLAIM);
        world.recover();
        DeliveryCounts counts = world.counts(batch);
        assertThat(counts.addUp()).isTrue();
        assertThat(counts.uncertain()).isBetween(CONNECTIONS, CONNECTIONS * CLAIM);
        assertThat(counts.sent()).isZero();
    }
}
