package org.safercommunities.portal.library.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.PersonHolds;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.PersonalData;
import org.safercommunities.portal.storage.Parts;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left unfinished goes after its time, the file with the row; what is gone on with, or used, does not. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class ExpiredUploadsIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Uploads uploads;

    @Autowired
    private OpenUploads opened;

    @Autowired
    private FinishedUploads finished;

    @Autowired
    private ExpiredUploads expired;

    @Autowired
    private UploadTable table;

    @Autowired
    private Parts parts;

    @Autowired
    private JdbcClient jdbc;

    private Reader editor;

    @BeforeEach
    void somebody() {
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Senders"), Role.EDITOR);
    }

    private UUID begun(int bytes) throws Exception {
        UUID id = uploads.begin(10, null, editor).id();
        uploads.receive(id, 0, bytes, null, new ByteArrayInputStream(new byte[bytes]), editor);
        return id;
    }

    private void endTheTimeOf(UUID id) {
        table.received(id, table.received(id), Instant.now().minusSeconds(1));
    }

    @Test
    void whatIsLeftForTooLongGoesWithItsFileAndATrace() throws Exception {
        UUID left = begun(4);
        UUID goneOn = begun(4);
        endTheTimeOf(left);
        assertThatThrownBy(() -> uploads.standing(left, editor))
                .isInstanceOfSatisfying(
                        UploadRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(UploadRefused.Why.EXPIRED));
        assertThat(uploads.waiting(Upload.Purpose.HELD, editor))
                .extracting(Upload::id)
                .containsExactly(goneOn);

        expired.delete();
        assertThat(table.find(left)).isEmpty();
        assertThat(parts.has(left)).isFalse();
        assertThat(parts.has(goneOn)).isTrue();
        assertThat(traces(left)).containsExactly(UploadMessage.EXPIRED);
    }

    @Test
    void whatIsLeftStaysForAsLongAsItsOwnersDataIsHeld() throws Exception {
        UUID left = begun(4);
        endTheTimeOf(left);
        Somebody somebody = new Somebody(portal);
        Reader administrator = somebody.of(somebody.agency("Holds"), Role.ADMINISTRATOR);
        PersonHolds holds = portal.getBean(PersonHolds.class);
        holds.hold(editor.personId(), new PersonHolds.Hold("A court has asked for it", null), administrator);
        expired.delete();
        assertThat(table.find(left)).isPresent();
        assertThat(parts.has(left)).isTrue();
        assertThat(table.waiting(editor.personId()).count())
                .as("what is held takes nobody’s room")
                .isZero();
        assertThatThrownBy(() -> uploads.standing(left, editor))
                .as("and is not gone on with")
                .isInstanceOf(UploadRefused.class);
        holds.lift(editor.personId(), administrator);
        expired.delete();
        assertThat(table.find(left)).isEmpty();
        assertThat(parts.has(left)).isFalse();
    }

    @Test
    void whatItsOwnerEndsIsGoneAtOnceAndSaysSo() throws Exception {
        UUID id = begun(4);
        uploads.end(id, editor);
        assertThat(parts.has(id)).isFalse();
        assertThatThrownBy(() -> uploads.standing(id, editor)).isInstanceOf(UploadRefused.class);
        assertThat(traces(id)).containsExactly(UploadMessage.ENDED);
    }

    @Test
    void bytesWhoseUploadIsGoneAreDeletedAfterADay() throws Exception {
        UUID young = UUID.randomUUID();
        UUID old = UUID.randomUUID();
        parts.begin(young, 3);
        parts.begin(old, 3);
        Files.setLastModifiedTime(
                Path.of(PortalServices.variables().get("PORTAL_DATA"), "files", "parts", old + ".part"),
                FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        expired.delete();
        assertThat(parts.has(old)).isFalse();
        assertThat(parts.has(young)).isTrue();
        parts.delete(young);
    }

    @Test
    void aFinishedUploadIsKeptFromTheSweepOfFilesUntilItIsUsedAndIsUsedOnce() throws Exception {
        UUID id = begun(10);
        String sha256 = finished.file(id, editor).sha256();
        assertThat(finished.file(id, editor).sha256()).as("asked again").isEqualTo(sha256);
        assertThat(finished.refersTo(sha256)).isTrue();
        assertThatThrownBy(() -> finished.use(id, editor, () -> {
                    throw new IllegalStateException("nothing could be made of it");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(finished.<String>use(id, editor, () -> "made")).isEqualTo("made");
        assertThatThrownBy(() -> finished.<String>use(id, editor, () -> "made again"))
                .hasMessageContaining("is the file of a document already");
    }

    /** Between the note of its SHA-256 and its new name, and between the new name and anything that refers to it. */
    @Test
    void aCrashWhileItIsPutAwayLosesNothing() throws Exception {
        UUID id = begun(10);
        String sha256 = parts.reckon(id, opened.ledger(id), 10).sha256();
        table.reckoned(id, sha256);
        assertThat(finished.file(id, editor).sha256()).isEqualTo(sha256);
        assertThat(parts.has(id)).isFalse();
        assertThat(finished.file(id, editor).size()).isEqualTo(10);
        assertThat(uploads.standing(id, editor).complete()).isTrue();
    }

    @Test
    void itStandsInItsOwnersCopyAndInNobodyElses() throws Exception {
        UUID id = begun(4);
        PersonalData copy = portal.getBean(OwnUploads.class);
        assertThat(copy.of(editor.personId()).toString()).contains(id.toString(), "received=4");
        assertThat(copy.of(UUID.randomUUID()).toString()).doesNotContain(id.toString());
    }

    private List<String> traces(UUID upload) {
        return jdbc.sql("SELECT action FROM audit_row WHERE subject = ?")
                .param("upload:" + upload)
                .query(String.class)
                .list();
    }
}
