package org.safercommunities.portal.library.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.ReadingState;
import org.safercommunities.portal.library.VersionSummary;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.storage.HostileFiles;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What is meant to do harm, by both doors: refused or kept with a word on it, and nobody else has to wait. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class HostileInputIT {

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private Documents documents;

    private Reader editor;
    private ScanExits doors;

    @BeforeEach
    void somebody() {
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Hostile"), Role.EDITOR);
        doors = new ScanExits(portal, editor);
    }

    private VersionSummary current(UUID document) {
        return documents.find(document, editor).orElseThrow().current();
    }

    private VersionSummary read(UUID document) {
        Eventually.holds(() -> assertThat(current(document).reading()).isNotEqualTo(ReadingState.PENDING));
        return current(document);
    }

    private static byte[] words() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/cron.d/words.txt",
                "..\\..\\words.txt",
                "wor\0ds.txt",
                "words\u202Etxt.exe.txt",
                "\u200Fwords.txt",
                "LONG.txt"
            })
    void aNameIsMadeHarmlessAndTheFileKept(String said) {
        String name = said.replace("LONG", "n".repeat(300));
        for (UUID document : List.of(doors.add(words(), name), doors.addByTus(words(), name))) {
            assertThat(current(document).fileName())
                    .doesNotContain("/", "\\", "\0", "\u202E", "\u200F", "..")
                    .endsWith(".txt")
                    .hasSizeLessThanOrEqualTo(200);
            MockHttpServletResponse answer =
                    doors.call(MockMvcRequestBuilders.get("/files/documents/" + document + "/content"));
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment");
        }
    }

    @Test
    void anEmptyFileIsRefusedWithAWord() throws Exception {
        MockHttpServletResponse answer = sent(new byte[0], "{\"draft\": true}");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("This file is empty");
    }

    @Test
    void theTypeIsThatOfTheBytesWhateverTheNameSays() {
        UUID document = doors.add(HostileFiles.png(3, 3), "minutes.pdf");
        assertThat(read(document).mediaType()).isEqualTo("image/png");
        assertThat(doors.call(MockMvcRequestBuilders.get("/files/documents/" + document + "/content"))
                        .getContentType())
                .startsWith("image/png");
    }

    @Test
    void metadataThatAreNoneOrTooMuchAreRefusedAndNothingIsPutIn() throws Exception {
        Map<String, String> all = Map.of(
                "no JSON", "title: Words",
                "a list", "[]",
                "deeply nested", "{\"topics\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "long", "{\"title\": \"" + "x".repeat(10 * 1024 * 1024) + "\"}",
                "many", "{\"topics\": [" + "\"x\",".repeat(2_000_000) + "\"x\"]}");
        int before = documents.countDrafts(editor);
        for (Map.Entry<String, String> metadata : all.entrySet()) {
            MockHttpServletResponse answer = sent(words(), metadata.getValue());
            assertThat(answer.getStatus()).as(metadata.getKey()).isIn(400, 413, 422);
            assertThat(answer.getContentAsString())
                    .as(metadata.getKey())
                    .contains("\"detail\"")
                    .hasSizeLessThan(2_000);
        }
        assertThat(documents.countDrafts(editor)).isEqualTo(before);
        assertThat(sent(words(), "{\"draft\": true}").getStatus()).isEqualTo(201);
    }

    private MockHttpServletResponse sent(byte[] content, String metadata) {
        return doors.call(MockMvcRequestBuilders.multipart("/api/v1/documents")
                .file(new MockMultipartFile("file", "words.txt", null, content))
                .part(new MockPart("metadata", metadata.getBytes(StandardCharsets.UTF_8))));
    }

    /** The million objects that no worker gets through in its time are tried where that time is short: in HostileFilesIT. */
    @Test
    void bombsAreKeptWithAWordAndThePortalAnswersMeanwhile() {
        UUID zip = doors.add(HostileFiles.zipBomb(400), "bomb.zip");
        UUID flood = doors.addByTus(HostileFiles.png(30_000, 30_000), "flood.png");
        UUID objects = doors.addByTus(HostileFiles.pdfOfObjects(20_000), "objects.pdf");
        long longest = 0;
        for (UUID document : List.of(zip, flood, objects)) {
            while (current(document).reading() == ReadingState.PENDING) {
                long start = System.nanoTime();
                assertThat(doors.call(MockMvcRequestBuilders.get("/api/v1/documents/" + zip))
                                .getStatus())
                        .isEqualTo(200);
                longest = Math.max(longest, System.nanoTime() - start);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(5));
        assertThat(read(zip).readingReason()).contains("only some");
        assertThat(read(flood).reading()).isEqualTo(ReadingState.NO_TEXT);
        assertThat(doors.call(MockMvcRequestBuilders.get("/files/documents/" + flood + "/pages/1?width=208"))
                        .getStatus())
                .isEqualTo(404);
        VersionSummary many = read(objects);
        assertThat(many.reading()).isIn(ReadingState.NO_TEXT, ReadingState.TOO_LARGE, ReadingState.TOO_SLOW);
        for (UUID document : List.of(zip, flood, objects)) {
            assertThat(doors.call(MockMvcRequestBuilders.get("/files/documents/" + document + "/content"))
                            .getStatus())
                    .isEqualTo(200);
        }
    }
}
