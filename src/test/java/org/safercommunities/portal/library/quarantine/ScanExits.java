package org.safercommunities.portal.library.quarantine;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.packs.NewMember;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackFilling;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchQuery;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The doors of a portal: files in by two, and what of them comes out by every other. */
final class ScanExits {

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    final MockMvc http;
    private final WebApplicationContext portal;
    private final Reader editor;

    ScanExits(WebApplicationContext portal, Reader editor) {
        this.portal = portal;
        this.editor = editor;
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
    }

    MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> call) {
        try {
            return http.perform(call.with(authentication(TestSignIn.authentication(editor.personId(), editor.roles()))))
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** By the API, as a draft. */
    UUID add(byte[] content, String name) {
        return id(call(MockMvcRequestBuilders.multipart("/api/v1/documents")
                .file(new org.springframework.mock.web.MockMultipartFile("file", name, null, content))
                .part(new MockPart("metadata", "{\"draft\": true}".getBytes(StandardCharsets.UTF_8)))));
    }

    /** By tus, and then as a draft. */
    UUID addByTus(byte[] content, String name) {
        String upload = call(MockMvcRequestBuilders.post("/api/v1/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", content.length)
                        .header(
                                "Upload-Metadata",
                                "filename "
                                        + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8))))
                .getHeader("Location");
        call(MockMvcRequestBuilders.patch(java.net.URI.create(String.valueOf(upload)))
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", 0)
                .contentType("application/offset+octet-stream")
                .content(content));
        return id(call(MockMvcRequestBuilders.multipart("/api/v1/documents")
                .part(new MockPart("metadata", "{\"draft\": true}".getBytes(StandardCharsets.UTF_8)))
                .param("file", String.valueOf(upload))));
    }

    static UUID id(MockHttpServletResponse answer) {
        try {
            Matcher id = ID.matcher(answer.getContentAsString());
            if (answer.getStatus() != 201 || !id.find()) {
                throw new AssertionError(answer.getStatus() + ": " + answer.getContentAsString());
            }
            return UUID.fromString(id.group(1));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String json(UUID document) {
        try {
            return call(MockMvcRequestBuilders.get("/api/v1/documents/" + document))
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The exits by which something of the file comes out. Words stand in it that stand nowhere else. */
    Set<String> open(UUID document, String words) {
        Set<String> open = new TreeSet<>();
        String files = "/files/documents/" + document;
        for (String address : new String[] {
            files + "/content",
            files + "/content?version=1",
            files + "/inline",
            files + "/pages/1?width=208",
            "/api/v1/documents/" + document + "/content"
        }) {
            if (call(MockMvcRequestBuilders.get(address)).getStatus() == 200) {
                open.add(address.replace(document.toString(), "…"));
            }
        }
        if (portal.getBean(Documents.class).text(document, 1, editor).isPresent()) {
            open.add("text");
        }
        if (inZip(document)) {
            open.add("zip");
        }
        if (portal.getBean(Search.class).search(SearchQuery.of(words), editor).total() > 0) {
            open.add("search");
        }
        return open;
    }

    private boolean inZip(UUID document) {
        UUID pack = portal.getBean(PackDesk.class).draft(new PackDescription("Kit", "", Audience.ofEveryone()), editor);
        portal.getBean(PackFilling.class).add(pack, NewMember.document(document), editor);
        MockHttpServletResponse zip = call(MockMvcRequestBuilders.get("/files/collections/" + pack + ".zip"));
        List<String> names = names(zip.getContentAsByteArray());
        boolean told = names.contains("_Left out.txt");
        boolean there = names.stream().anyMatch(name -> !name.startsWith("_") && !name.startsWith("Contents."));
        if (told == there) {
            throw new AssertionError("either in the zip or told as left out: " + names);
        }
        return there;
    }

    private static List<String> names(byte[] zip) {
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return names;
    }
}
