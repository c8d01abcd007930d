package org.safercommunities.portal.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;

/** Nobody takes a document out, in however many pieces, without a line in the trail. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class DownloadTrailIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Intake intake;

    @Autowired
    private Library library;

    @Autowired
    private Documents documents;

    @Autowired
    private Downloads downloads;

    @Autowired
    private DownloadTrail trail;

    private UUID document;
    private Reader reader;

    @BeforeEach
    void aDocumentAndItsReader() throws IOException {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Readers");
        Reader editor = somebody.of(agency, Role.EDITOR);
        reader = somebody.of(agency);
        document = library.draft(file(), description(), editor);
        library.publish(document, editor);
    }

    private StoredFile file() throws IOException {
        byte[] words = ("words nobody else has: " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        return intake.take(new ByteArrayInputStream(words), "words.txt");
    }

    private static DocumentDescription description() {
        return new DocumentDescription(
                "Words", "", "other", Set.of(), Marking.OFFICIAL, null, Audience.ofEveryone(), null);
    }

    private void takeOut(@Nullable Integer version, @Nullable String range) throws IOException {
        downloads.answer(
                document, version, "test", false, new Downloads.Request(HttpMethod.GET, range, null, null), reader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-", "bytes=1-", "bytes=-10000000", "bytes=5-6", "bytes=5-6,1-", "nonsense"})
    void whateverPieceIsAskedForFirstLeavesALine(String range) throws IOException {
        takeOut(null, range);
        assertThat(trail.count(document)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"*, 0", "'\"%s\"', 0", "'\"another\", W/\"%s\"', 0", "'\"another\"', 1"})
    void whatTheyHaveAlreadyLeavesNone(String tags, int lines) throws IOException {
        String sha256 = documents.find(document, reader).orElseThrow().current().sha256();
        downloads.answer(
                document,
                null,
                "test",
                false,
                new Downloads.Request(HttpMethod.GET, null, null, tags.formatted(sha256)),
                reader);
        assertThat(trail.count(document)).isEqualTo(lines);
    }

    @Test
    void aVersionThatIsNotThereIsNotFoundAndLeavesNone() {
        assertThatThrownBy(() -> takeOut(7, null)).isInstanceOf(UnknownDocument.class);
        assertThat(trail.count(document)).isZero();
    }

    @Test
    void furtherPiecesOfTheSameDownloadLeaveNone() throws IOException {
        takeOut(null, "bytes=0-4");
        takeOut(null, "bytes=5-9");
        takeOut(null, "bytes=10-");
        assertThat(trail.count(document)).isEqualTo(1);
    }

    @Test
    void aPieceOfAnotherVersionOrBySomebodyElseIsADownloadOfItsOwn() throws IOException {
        takeOut(null, null);
        Reader editor = new Somebody(portal).of(reader.agencyId(), Role.EDITOR);
        library.addVersion(document, file(), "", editor);
        takeOut(2, "bytes=1-");
        assertThat(trail.count(document)).isEqualTo(2);
        reader = editor;
        takeOut(2, "bytes=1-");
        assertThat(trail.count(document)).isEqualTo(3);
    }
}
