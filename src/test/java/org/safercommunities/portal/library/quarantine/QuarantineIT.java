package org.safercommunities.portal.library.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.safercommunities.portal.PortalApplication;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DeskList;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDesk;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.QuarantinedFiles;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.notifications.notices.NoticeLine;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.ScanState;
import org.safercommunities.portal.support.Clamd;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** With a real clamd: nothing leaves by any exit before it has spoken, and nothing is lost while it is away. */
@SpringBootTest(classes = PortalApplication.class, webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@ContextConfiguration(initializers = ScannedPortal.class)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_CLASS)
@EnabledIf(value = "clamdIsInstalled", disabledReason = "There is no /usr/sbin/clamd here (Debian: clamav-daemon)")
@SuppressWarnings("NullAway.Init")
class QuarantineIT {

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private Library library;

    @Autowired
    private Documents documents;

    @Autowired
    private QuarantinedFiles quarantined;

    @Autowired
    private FileScans scans;

    @Autowired
    private JdbcClient jdbc;

    private Reader editor;
    private Reader otherEditor;
    private Reader practitioner;
    private ScanExits exits;
    private String word;

    static boolean clamdIsInstalled() {
        return Clamd.installed();
    }

    @AfterAll
    static void end() {
        ScannedPortal.CLAMD.close();
    }

    @BeforeEach
    void people() {
        ScannedPortal.CLAMD.kill();
        ScannedPortal.CLAMD.start();
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Scanned");
        editor = somebody.of(agency, Role.EDITOR);
        otherEditor = somebody.of(agency, Role.EDITOR);
        practitioner = somebody.of(agency);
        exits = new ScanExits(portal, editor);
        word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vr";
    }

    private byte[] clean() {
        return ("Minutes of the group about " + word + ".").getBytes(StandardCharsets.UTF_8);
    }

    /** The test file, in a text of its own, for what is known of one file is known of it everywhere. */
    private byte[] infected() {
        byte[] start = clean();
        byte[] eicar = Clamd.eicar();
        byte[] all = java.util.Arrays.copyOf(start, start.length + eicar.length);
        System.arraycopy(eicar, 0, all, start.length, eicar.length);
        return all;
    }

    private ScanState state(UUID document) {
        return documents.find(document, editor).orElseThrow().current().scan().state();
    }

    private void becomes(UUID document, ScanState state) {
        Eventually.holds(() -> assertThat(state(document)).isEqualTo(state));
    }

    /** Also the control: a test that looked at closed doors only would not notice one that is open. */
    @Test
    void aCleanFileComesOutByEveryExit() {
        for (UUID document : List.of(exits.add(clean(), "minutes.txt"), exits.addByTus(clean(), "minutes.txt"))) {
            becomes(document, ScanState.CLEAN);
            library.publish(document, editor);
            Eventually.holds(() -> assertThat(exits.open(document, word))
                    .containsExactlyInAnyOrder(
                            "/files/documents/…/content",
                            "/files/documents/…/content?version=1",
                            "/files/documents/…/inline",
                            "/files/documents/…/pages/1?width=208",
                            "/api/v1/documents/…/content",
                            "text",
                            "zip",
                            "search"));
        }
    }

    @Test
    void anInfectedFileIsKeptAndComesOutByNoExit() {
        UUID byCall = exits.add(infected(), "minutes.txt");
        word = "zqtus" + word;
        UUID byTus = exits.addByTus(infected(), "minutes.txt");
        for (UUID document : List.of(byCall, byTus)) {
            becomes(document, ScanState.INFECTED);
            assertThat(exits.open(document, word)).isEmpty();
            assertThat(exits.json(document)).contains("\"state\":\"INFECTED\"", Clamd.FINDING);
            assertThat(exits.call(MockMvcRequestBuilders.get("/api/v1/documents/" + document + "/content"))
                            .getStatus())
                    .isEqualTo(423);
            assertThatThrownBy(() -> library.publish(document, editor))
                    .isInstanceOf(InvalidDocument.class)
                    .hasMessageContaining("cannot be published");
            for (Reader told : List.of(editor, otherEditor)) {
                Eventually.holds(() -> assertThat(notices(told)).contains(document));
                assertThat(portal.getBean(DocumentDesk.class).of(DeskList.HELD, 0, 100, told))
                        .extracting(DocumentCard::id)
                        .contains(document);
            }
            assertThat(notices(practitioner)).isEmpty();
            assertThat(trail(document)).contains("library.file-held-back");
        }
    }

    private List<UUID> notices(Reader reader) {
        return portal.getBean(OwnNotices.class).newest(true, 0, 100, reader).lines().stream()
                .filter(line -> line.occasion() == NoticeOccasion.QUARANTINED)
                .map(NoticeLine::path)
                .map(path -> UUID.fromString(path.replace("library/", "")))
                .toList();
    }

    private List<String> trail(UUID document) {
        return jdbc.sql("SELECT action FROM audit_row WHERE subject = ?")
                .param("document:" + document)
                .query(String.class)
                .list();
    }

    @Test
    void whileTheScannerIsAwayFilesWaitVisiblyAndAllAreDecidedAfterwards() {
        UUID first = exits.add(clean(), "minutes.txt");
        becomes(first, ScanState.CLEAN);
        ScannedPortal.CLAMD.freeze();
        List<UUID> waiting = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            waiting.add(exits.add(("%d %s".formatted(each, word)).getBytes(StandardCharsets.UTF_8), "words.txt"));
        }
        ScannedPortal.CLAMD.kill();
        waiting.add(exits.add(infected(), "words.txt"));
        for (UUID document : waiting) {
            assertThat(state(document)).isEqualTo(ScanState.WAITING);
            assertThat(exits.open(document, word)).isEmpty();
        }
        UUID published = waiting.getFirst();
        library.publish(published, editor);
        assertThat(exits.open(published, word)).as("published, and waiting").isEmpty();
        assertThat(scans.waiting().count()).isEqualTo(5);
        assertThat(portal.getBean(DocumentDesk.class).counts(editor).get(DeskList.HELD))
                .isGreaterThanOrEqualTo(5);
        assertThat(exits.open(first, word)).as("scanned before").contains("/files/documents/…/content");

        ScannedPortal.CLAMD.start();
        waiting.subList(0, 4).forEach(document -> becomes(document, ScanState.CLEAN));
        becomes(waiting.get(4), ScanState.INFECTED);
        assertThat(scans.waiting().count()).isZero();
        Eventually.holds(() -> assertThat(exits.open(published, word)).contains("text", "zip"));
    }

    @Test
    void aFileLargerThanTheScannerTakesIsHeldBackAndSaysSo() {
        UUID document = exits.add(new byte[Clamd.LARGEST + 1], "large.bin");
        becomes(document, ScanState.TOO_LARGE);
        assertThat(exits.open(document, word)).isEmpty();
        assertThat(exits.json(document)).contains("TOO_LARGE", "1 MB");
        quarantined.scanAgain(document, 1, editor);
        becomes(document, ScanState.TOO_LARGE);
    }

    @Test
    void anEditorReleasesWithAReasonOrDeletesForGood() {
        UUID released = exits.add(infected(), "words.txt");
        becomes(released, ScanState.INFECTED);
        assertThatThrownBy(() -> quarantined.release(released, 1, " ", editor)).isInstanceOf(InvalidDocument.class);
        assertThat(release(released, "{\"reason\": \"Our own test file\"}")).isEqualTo(422);
        assertThat(exits.open(released, word)).isEmpty();
        String sha256 = documents.find(released, editor).orElseThrow().current().sha256();
        assertThat(release(released, "{\"sha256\": \"%s\", \"reason\": \"Our own test file\"}".formatted(sha256)))
                .isEqualTo(204);
        assertThat(exits.open(released, word)).contains("/files/documents/…/content", "zip");
        library.publish(released, editor);
        assertThatThrownBy(() -> quarantined.delete(released, 1, practitioner))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> quarantined.delete(released, 1, editor)).isInstanceOf(InvalidDocument.class);

        word = "zqgone" + word;
        UUID deleted = exits.add(infected(), "words.txt");
        becomes(deleted, ScanState.INFECTED);
        quarantined.delete(deleted, 1, editor);
        assertThat(state(deleted)).isEqualTo(ScanState.DELETED);
        assertThat(exits.open(deleted, word)).isEmpty();
        assertThat(trail(released)).contains("library.file-released");
        assertThat(trail(deleted)).contains("library.file-deleted");
        UUID again = exits.add(infected(), "words.txt");
        becomes(again, ScanState.INFECTED);
    }

    private int release(UUID document, String body) {
        return exits.call(MockMvcRequestBuilders.post("/api/v1/documents/" + document + "/versions/1/release")
                        .contentType("application/json")
                        .content(body))
                .getStatus();
    }

    /** A virus is often older than its signature. */
    @Test
    void newSignaturesAreTriedOnWhatPassedBeforeTheNewestFirst() {
        UUID older = exits.add(("Older " + word).getBytes(StandardCharsets.UTF_8), "words.txt");
        becomes(older, ScanState.CLEAN);
        UUID infected = exits.add(clean(), "minutes.txt");
        becomes(infected, ScanState.CLEAN);
        library.publish(infected, editor);
        ScannedPortal.CLAMD.kill();
        String now = ScannedPortal.CLAMD.learn(clean());
        assertThat(exits.open(infected, word)).as("it passed once").contains("/files/documents/…/content");
        ScannedPortal.CLAMD.start();
        becomes(infected, ScanState.INFECTED);
        assertThat(exits.open(infected, word)).as("the index follows").isSubsetOf("search");
        Eventually.holds(() -> assertThat(exits.open(infected, word)).isEmpty());
        for (Reader told : List.of(editor, otherEditor)) {
            assertThat(notices(told)).containsExactly(infected);
        }
        assertThat(trail(infected)).contains("library.file-held-back");
        Eventually.holds(() -> assertThat(scan(older, "signatures")).contains(now));
        assertThat(state(older)).isEqualTo(ScanState.CLEAN);
        assertThat(exits.open(older, word)).contains("/files/documents/…/content");
        assertThat(scan(infected, "scanned_at")).as("the newest first").isLessThan(scan(older, "scanned_at"));

        String next = ScannedPortal.CLAMD.learn(("Nothing like " + word).getBytes(StandardCharsets.UTF_8));
        ScannedPortal.CLAMD.reload();
        Eventually.holds(() -> assertThat(scan(older, "signatures")).contains(next));
        assertThat(state(older)).isEqualTo(ScanState.CLEAN);
    }

    private String scan(UUID document, String column) {
        return jdbc.sql("SELECT COALESCE(CAST(%s AS CHAR), '') FROM file_scan WHERE sha256 = ?".formatted(column))
                .param(documents.find(document, editor).orElseThrow().current().sha256())
                .query(String.class)
                .single();
    }

    /** Of bytes that somebody else has in the library, an answer that is there at once would be a sign. */
    @Test
    void whoeverPutsKnownBytesInWaitsForTheScannerLikeWithAnyOthers() {
        UUID known = exits.add(clean(), "minutes.txt");
        becomes(known, ScanState.CLEAN);
        ScannedPortal.CLAMD.kill();
        UUID again = exits.add(clean(), "minutes.txt");
        assertThat(state(again)).isEqualTo(ScanState.WAITING);
        assertThat(exits.open(again, word)).isEmpty();
        assertThat(exits.open(known, word)).as("whoever had it keeps it").contains("/files/documents/…/content");
        ScannedPortal.CLAMD.start();
        becomes(again, ScanState.CLEAN);
    }

    /** What stood there before a scanner was set up stays open until it has spoken; what nobody knows of does not. */
    @Test
    void whatWasThereBeforeStaysOpenUntilItIsScanned() {
        UUID before = exits.add(infected(), "words.txt");
        becomes(before, ScanState.INFECTED);
        String sha256 = documents.find(before, editor).orElseThrow().current().sha256();
        jdbc.sql("UPDATE file_scan SET state = 'NOT_SCANNED', due_at = NULL WHERE sha256 = ?")
                .param(sha256)
                .update();
        assertThat(exits.open(before, word)).contains("/files/documents/…/content");
        jdbc.sql("UPDATE file_scan SET due_at = ? WHERE sha256 = ?")
                .params(Sql.utc(Instant.now()), sha256)
                .update();
        becomes(before, ScanState.INFECTED);
        assertThat(exits.open(before, word)).isEmpty();
        ScannedPortal.CLAMD.kill();
        jdbc.sql("DELETE FROM file_scan WHERE sha256 = ?").param(sha256).update();
        assertThat(exits.call(MockMvcRequestBuilders.get("/api/v1/documents/" + before + "/content"))
                        .getStatus())
                .isEqualTo(423);
        ScannedPortal.CLAMD.start();
        becomes(before, ScanState.INFECTED);
    }

    /** The claim of a node that died: nobody else takes it before it runs out, and it is not lost. */
    @Test
    void aClaimThatWasLeftBehindRunsOut() {
        ScannedPortal.CLAMD.kill();
        UUID document = exits.add(clean(), "minutes.txt");
        String sha256 = documents.find(document, editor).orElseThrow().current().sha256();
        jdbc.sql("UPDATE file_scan SET claim = ?, due_at = ? WHERE sha256 = ?")
                .params(UUID.randomUUID().toString(), Sql.utc(Instant.now().plus(Duration.ofSeconds(4))), sha256)
                .update();
        ScannedPortal.CLAMD.start();
        UUID other = exits.add("Other words".getBytes(StandardCharsets.UTF_8), "words.txt");
        becomes(other, ScanState.CLEAN);
        becomes(document, ScanState.CLEAN);
    }
}
