package org.safercommunities.portal.library.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Each rule of tus 1.0 that a client can break, and everything that others may not do with an upload. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class UploadsApiIT {

    private static final String API = "/api/v1/uploads";
    private static final String PAGES = "/files/uploads";
    private static final byte[] WORDS = "Speak calmly at the door.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private Documents documents;

    private MockMvc http;
    private Reader editor;
    private Reader otherEditor;
    private Reader practitioner;

    @BeforeEach
    void people() {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Senders");
        editor = somebody.of(agency, Role.EDITOR);
        otherEditor = somebody.of(agency, Role.EDITOR);
        practitioner = somebody.of(agency);
    }

    private MockHttpServletRequestBuilder call(String method, String address) {
        return MockMvcRequestBuilders.request(HttpMethod.valueOf(method), java.net.URI.create(address))
                .header("Tus-Resumable", "1.0.0");
    }

    private MockHttpServletResponse as(Reader reader, AbstractMockHttpServletRequestBuilder<?> call) throws Exception {
        return http.perform(call.with(authentication(TestSignIn.authentication(reader.personId(), reader.roles()))))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletRequestBuilder creation(String door, long length, String name) {
        return call("POST", door)
                .header("Upload-Length", length)
                .header("Upload-Metadata", "filename " + base64(name) + ",filetype " + base64("text/plain"));
    }

    private String begun(long length) throws Exception {
        MockHttpServletResponse answer = as(editor, creation(API, length, "Doorstep.txt"));
        assertThat(answer.getStatus()).isEqualTo(201);
        return answer.getHeader("Location");
    }

    private MockHttpServletRequestBuilder piece(String upload, long offset, byte[] bytes) {
        return call("PATCH", upload)
                .header("Upload-Offset", offset)
                .contentType("application/offset+octet-stream")
                .content(bytes);
    }

    private long offset(String upload) throws Exception {
        return Long.parseLong(as(editor, call("HEAD", upload)).getHeader("Upload-Offset"));
    }

    private static String base64(String words) {
        return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itSaysWhatItSpeaks() throws Exception {
        MockHttpServletResponse answer =
                as(editor, MockMvcRequestBuilders.request(HttpMethod.OPTIONS, java.net.URI.create(API)));
        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getHeader("Tus-Version")).isEqualTo("1.0.0");
        assertThat(answer.getHeader("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,termination,expiration,checksum");
        assertThat(answer.getHeader("Tus-Max-Size")).isEqualTo(String.valueOf(5L * 1024 * 1024 * 1024));
        assertThat(answer.getHeader("Tus-Checksum-Algorithm")).isEqualTo("sha256,sha1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PATCH", "DELETE"})
    void anotherVersionOrNoneIsRefusedAtBothDoors(String method) throws Exception {
        for (String door : new String[] {API, PAGES}) {
            String address = method.equals("POST") ? door : door + "/" + UUID.randomUUID();
            MockHttpServletResponse none = as(
                    editor, MockMvcRequestBuilders.request(HttpMethod.valueOf(method), java.net.URI.create(address)));
            MockHttpServletResponse another = as(
                    editor,
                    MockMvcRequestBuilders.request(HttpMethod.valueOf(method), java.net.URI.create(address))
                            .header("Tus-Resumable", "0.2.2"));
            assertThat(none.getStatus()).isEqualTo(412);
            assertThat(another.getStatus()).isEqualTo(412);
            assertThat(another.getHeader("Tus-Version")).isEqualTo("1.0.0");
        }
    }

    @Test
    void piecesOfItMakeTheFileOfADocument() throws Exception {
        String upload = begun(WORDS.length);
        assertThat(offset(upload)).isZero();
        MockHttpServletResponse first = as(editor, piece(upload, 0, java.util.Arrays.copyOf(WORDS, 10)));
        assertThat(first.getStatus()).isEqualTo(204);
        assertThat(first.getHeader("Upload-Offset")).isEqualTo("10");
        assertThat(first.getHeader("Upload-Expires")).endsWith("GMT");
        assertThat(document(upload).getStatus()).as("unfinished").isEqualTo(409);

        as(editor, piece(upload, 10, java.util.Arrays.copyOfRange(WORDS, 10, WORDS.length)));
        MockHttpServletResponse head = as(editor, call("HEAD", upload));
        assertThat(head.getHeader("Upload-Offset")).isEqualTo(head.getHeader("Upload-Length"));
        assertThat(head.getHeader("Upload-Metadata")).startsWith("filename ");
        assertThat(head.getHeader("Cache-Control")).isEqualTo("no-store");

        MockHttpServletResponse made = document("http://localhost:8080" + upload);
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getContentAsString()).contains("\"title\":\"Doorstep\"", "text/plain");
        UUID id = UUID.fromString(made.getHeader("Location").replaceAll(".*/", ""));
        assertThat(documents
                        .find(id, editor)
                        .orElseThrow()
                        .versions()
                        .getFirst()
                        .sha256())
                .isEqualTo(java.util.HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(WORDS)));

        MockHttpServletResponse again = document(upload);
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString(StandardCharsets.UTF_8)).contains("is the file of a document already");
        assertThat(as(editor, piece(upload, WORDS.length, new byte[0])).getStatus())
                .isEqualTo(410);
    }

    @Test
    void itMakesANewVersionToo() throws Exception {
        String first = begunWith(WORDS);
        String id = document(first).getHeader("Location").replaceAll(".*/", "");
        String second = begunWith("Other words".getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse answer = as(
                editor,
                MockMvcRequestBuilders.multipart("/api/v1/documents/" + id + "/versions")
                        .param("file", second));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(documents.find(UUID.fromString(id), editor).orElseThrow().versions())
                .hasSize(2);
    }

    private String begunWith(byte[] bytes) throws Exception {
        MockHttpServletResponse answer = as(
                editor,
                creation(API, bytes.length, "a.txt")
                        .contentType("application/offset+octet-stream")
                        .content(bytes));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeader("Upload-Offset")).isEqualTo(String.valueOf(bytes.length));
        return answer.getHeader("Location");
    }

    /** A part without a file name is a text, which the servlet container gives as a parameter. */
    private MockHttpServletResponse document(String upload) throws Exception {
        return as(editor, MockMvcRequestBuilders.multipart("/api/v1/documents").param("file", upload));
    }

    @Test
    void whatIsInvalidInItsMetadataUsesNothingUp() throws Exception {
        String upload = begunWith(WORDS);
        MockHttpServletResponse refused = as(
                editor,
                MockMvcRequestBuilders.multipart("/api/v1/documents")
                        .part(new MockPart("metadata", "{\"kind\": \"no-such-kind\"}".getBytes(StandardCharsets.UTF_8)))
                        .param("file", upload));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(document(upload).getStatus()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0x10", "1.5", "99999999999999999999", "-9223372036854775809", "many"})
    void aLengthThatIsNoneIsRefused(String length) throws Exception {
        assertThat(as(editor, call("POST", API).header("Upload-Length", length)).getStatus())
                .isEqualTo(400);
        String upload = begun(5);
        assertThat(as(
                                editor,
                                call("PATCH", upload)
                                        .header("Upload-Offset", length)
                                        .contentType("application/offset+octet-stream"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void aLengthThatIsTooMuchOrComesLaterIsRefused() throws Exception {
        assertThat(as(editor, call("POST", API).header("Upload-Length", 5L * 1024 * 1024 * 1024 + 1))
                        .getStatus())
                .isEqualTo(413);
        assertThat(as(editor, call("POST", API)).getStatus()).isEqualTo(400);
        assertThat(as(editor, call("POST", API).header("Upload-Defer-Length", 1))
                        .getContentAsString())
                .contains("Upload-Length");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "filename not*base64|is not base64",
                "filename /////w==|not UTF-8",
                "filename YQ==,filename Yg==|twice",
                "filename YQ== Yg==|a list of keys",
                ",|a list of keys",
                "purpose bm9uZQ==|held, draft, version or offer",
                "purpose dmVyc2lvbg==|names a document",
                "lastModified eQ==|number of milliseconds"
            })
    void metadataIsReadStrictly(String metadata, String words) throws Exception {
        MockHttpServletResponse answer =
                as(editor, call("POST", API).header("Upload-Length", 1).header("Upload-Metadata", metadata));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains(words);
    }

    @Test
    void aHostileNameIsMadeHarmless() throws Exception {
        String name = "../../etc/\u0000pass\u202Ewd<>" + "x".repeat(300) + ".txt";
        MockHttpServletResponse begun = as(
                editor,
                creation(API, 1, name)
                        .contentType("application/offset+octet-stream")
                        .content(new byte[] {65}));
        assertThat(begun.getStatus()).isEqualTo(201);
        String id = document(begun.getHeader("Location")).getHeader("Location").replaceAll(".*/", "");
        assertThat(documents
                        .find(UUID.fromString(id), editor)
                        .orElseThrow()
                        .versions()
                        .getFirst()
                        .fileName())
                .startsWith("passwdxxx")
                .endsWith(".txt")
                .hasSize(200);
    }

    @Test
    void aPieceThatDoesNotFollowOnIsRefusedAndChangesNothing() throws Exception {
        String upload = begun(WORDS.length);
        as(editor, piece(upload, 0, new byte[] {1, 2, 3}));
        for (long wrong : new long[] {0, 2, 4, 1_000_000}) {
            MockHttpServletResponse answer = as(editor, piece(upload, wrong, new byte[] {9}));
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getContentAsString()).contains("3 bytes are here");
        }
        assertThat(as(editor, piece(upload, 3, new byte[WORDS.length])).getStatus())
                .as("longer than announced")
                .isEqualTo(413);
        assertThat(as(editor, call("PATCH", upload).header("Upload-Offset", 3).contentType("text/plain"))
                        .getStatus())
                .isEqualTo(415);
        assertThat(offset(upload)).isEqualTo(3);
    }

    @Test
    void aPieceWithAnotherChecksumIsNotKept() throws Exception {
        String upload = begun(WORDS.length);
        for (String[] algorithm : new String[][] {{"sha256", "SHA-256"}, {"sha1", "SHA-1"}}) {
            String wrong = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(algorithm[1]).digest(new byte[] {7}));
            assertThat(as(editor, piece(upload, 0, WORDS).header("Upload-Checksum", algorithm[0] + " " + wrong))
                            .getStatus())
                    .isEqualTo(460);
        }
        assertThat(offset(upload)).isZero();
        for (String malformed : new String[] {"md5 YQ==", "sha256", "sha256 YQ==", "sha256 !!!"}) {
            assertThat(as(editor, piece(upload, 0, WORDS).header("Upload-Checksum", malformed))
                            .getStatus())
                    .isEqualTo(400);
        }
        String right = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(WORDS));
        assertThat(as(editor, piece(upload, 0, WORDS).header("Upload-Checksum", "sha1 " + right))
                        .getStatus())
                .isEqualTo(204);
    }

    @Test
    void anUploadIsItsOwnersAlone() throws Exception {
        String upload = begunWith(WORDS);
        String unfinished = begun(5);
        for (Reader other : new Reader[] {otherEditor, practitioner}) {
            for (String one : new String[] {upload, unfinished, API + "/" + UUID.randomUUID(), API + "/no-id"}) {
                for (String door : new String[] {one, one.replace(API, PAGES)}) {
                    assertThat(as(other, call("HEAD", door)).getStatus()).isEqualTo(404);
                    assertThat(as(other, piece(door, 0, new byte[] {1})).getStatus())
                            .isEqualTo(404);
                    assertThat(as(other, call("DELETE", door)).getStatus()).isEqualTo(404);
                }
            }
        }
        assertThat(as(
                                otherEditor,
                                MockMvcRequestBuilders.multipart("/api/v1/documents")
                                        .param("file", upload))
                        .getStatus())
                .isEqualTo(422);
        assertThat(offset(unfinished)).isZero();
        assertThat(document(upload).getStatus()).isEqualTo(201);
    }

    @Test
    void practitionersBeginOnlyWhatTheyOffer() throws Exception {
        assertThat(as(practitioner, creation(API, 5, "a.txt")).getStatus()).isEqualTo(403);
        assertThat(as(
                                practitioner,
                                call("POST", API)
                                        .header("Upload-Length", 5)
                                        .header("Upload-Metadata", "purpose " + base64("offer")))
                        .getStatus())
                .isEqualTo(201);
    }

    @Test
    void nobodyFillsTheDiskByBeginningThings() throws Exception {
        long four = 4L * 1024 * 1024 * 1024;
        for (int i = 0; i < 5; i++) {
            begun(four);
        }
        MockHttpServletResponse tooMuch = as(editor, creation(API, four, "a.txt"));
        assertThat(tooMuch.getStatus()).isEqualTo(429);
        assertThat(tooMuch.getContentAsString(StandardCharsets.UTF_8)).contains("Finish or end one of them first");
    }

    @Test
    void itsOwnerEndsItWithPostTooWhereNothingElseGetsThrough() throws Exception {
        String upload = begun(3);
        assertThat(as(
                                editor,
                                call("POST", upload)
                                        .header("X-HTTP-Method-Override", "PATCH")
                                        .header("Upload-Offset", 0)
                                        .contentType("application/offset+octet-stream")
                                        .content(new byte[] {1}))
                        .getHeader("Upload-Offset"))
                .isEqualTo("1");
        assertThat(as(editor, call("POST", upload)).getStatus()).isEqualTo(405);
        assertThat(as(editor, call("POST", upload).header("X-HTTP-Method-Override", "DELETE"))
                        .getStatus())
                .isEqualTo(204);
        assertThat(as(editor, call("HEAD", upload)).getStatus()).isEqualTo(404);
    }

    @Test
    void whoSaysItAgainWithTheSameKeyGetsTheUploadThatWasBegun() throws Exception {
        String key = "key " + base64(UUID.randomUUID().toString());
        String first = as(editor, call("POST", API).header("Upload-Length", 3).header("Upload-Metadata", key))
                .getHeader("Location");
        as(editor, piece(first, 0, new byte[] {1, 2}));
        MockHttpServletResponse again =
                as(editor, call("POST", API).header("Upload-Length", 3).header("Upload-Metadata", key));
        assertThat(again.getHeader("Location")).isEqualTo(first);
        assertThat(again.getHeader("Upload-Offset")).isEqualTo("2");
        assertThat(as(otherEditor, call("POST", API).header("Upload-Length", 3).header("Upload-Metadata", key))
                        .getHeader("Location"))
                .isNotEqualTo(first);
    }
}
