package org.safercommunities.portal.library.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.GroupKind;
import org.safercommunities.portal.agencies.Groups;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** That the library has a file already is told to whoever may see where, and is no secret’s undoing. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class SameBytesIT {

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private Documents documents;

    @Autowired
    private Library library;

    private Reader editor;
    private Reader outside;
    private ScanExits doors;
    private ScanExits doorsOutside;
    private byte[] words;
    private UUID document;

    @BeforeEach
    void aDocumentWhoseEarlierVersionHasTheseWords() {
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Inside"), Role.EDITOR);
        outside = somebody.of(somebody.agency("Outside"), Role.EDITOR);
        doors = new ScanExits(portal, editor);
        doorsOutside = new ScanExits(portal, outside);
        words = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        document = doors.add(words, "words.txt");
        assertThat(version(doors, document, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)))
                .contains("\"duplicates\":[]");
    }

    private static String version(ScanExits by, UUID document, byte[] content) {
        MockHttpServletResponse answer =
                by.call(MockMvcRequestBuilders.multipart("/api/v1/documents/" + document + "/versions")
                        .file(new MockMultipartFile("file", "words.txt", null, content)));
        assertThat(answer.getStatus()).isEqualTo(201);
        return text(answer);
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String added(ScanExits by, String metadata) {
        return text(by.call(MockMvcRequestBuilders.multipart("/api/v1/documents")
                .file(new MockMultipartFile("file", "words.txt", null, words))
                .part(new MockPart("metadata", metadata.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    void anEditorIsToldOfTheSameBytesAlsoInAnEarlierVersionAndByAllDoors() {
        assertThat(added(doors, "{\"draft\": true}")).contains("\"duplicates\":[{\"id\":\"" + document);
        UUID other = doors.add(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), "other.txt");
        assertThat(version(doors, other, words)).contains(document.toString());
        UUID byTus = doors.addByTus(words, "words.txt");
        assertThat(documents.withSameBytes(words(byTus), editor))
                .extracting(card -> card.id())
                .contains(document, other, byTus);
    }

    private String words(UUID of) {
        return documents.find(of, editor).orElseThrow().current().sha256();
    }

    /** Of all that is answered, only what names the new document itself may differ from bytes that nobody has. */
    @Test
    void whoeverMayNotSeeItLearnsNothingFromPuttingTheSameBytesIn() {
        String group = portal.getBean(Groups.class)
                .create(GroupKind.TASK_GROUP, "Few " + UUID.randomUUID(), "", Reader.portal())
                .slug();
        library.describe(
                document,
                new DocumentDescription(
                        "Kept close",
                        "",
                        "other",
                        java.util.Set.of(),
                        Marking.OFFICIAL,
                        null,
                        Audience.ofGroups(group),
                        null),
                editor);
        byte[] theirs = words;
        String known = added(doorsOutside, "{\"draft\": true}");
        words = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        String unknown = added(doorsOutside, "{\"draft\": true}");
        assertThat(known).contains("\"duplicates\":[]").doesNotContain(document.toString(), "Kept close");
        assertThat(shape(known)).isEqualTo(shape(unknown));

        assertThat(tus(doorsOutside, theirs)).isEqualTo(tus(doorsOutside, words));
    }

    /** Without what differs from one file to the next, and without how far its reading in the background has come by now. */
    private static String shape(String json) {
        return json.replaceAll("\"processing\":\\{[^}]*}", "\"processing\":{}")
                .replaceAll("[0-9a-f]{64}", "SHA")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*", "TIME");
    }

    /** What tus answers on the way: no byte less is asked for, whoever has the file already. */
    private static List<String> tus(ScanExits by, byte[] content) {
        MockHttpServletResponse begun = by.call(MockMvcRequestBuilders.post("/api/v1/uploads")
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", content.length));
        java.net.URI upload = java.net.URI.create(String.valueOf(begun.getHeader("Location")));
        MockHttpServletResponse half = by.call(MockMvcRequestBuilders.patch(upload)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", 0)
                .contentType("application/offset+octet-stream")
                .content(java.util.Arrays.copyOf(content, content.length / 2)));
        MockHttpServletResponse standing =
                by.call(MockMvcRequestBuilders.head(upload).header("Tus-Resumable", "1.0.0"));
        return Stream.of(begun, half, standing)
                .map(answer -> answer.getStatus() + " " + answer.getHeader("Upload-Offset") + " "
                        + answer.getHeaderNames().stream().sorted().toList())
                .toList();
    }
}
