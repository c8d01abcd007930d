package org.safercommunities.portal.library.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Documents offered over the API. */
@PortalIT
class DocumentOffersApiIT {

    private static final String OFFERS = "/api/v1/document-offers";
    private static final Pattern ID = Pattern.compile("^\\{\"id\":\"([^\"]+)\"");
    private static final String COMPLETE = """
            {"title": "Notice", "description": "For wardens", "kind": "template", "mayShare": true, "noPersonalData": true,
             "send": true}
            """;

    private final MockMvc http;
    private final Reader editor;
    private final Reader author;
    private final Reader elsewhere;

    DocumentOffersApiIT(@Autowired WebApplicationContext portal) {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Offer API team"), Role.EDITOR);
        author = somebody.of(somebody.agency("Offer API"));
        elsewhere = somebody.of(somebody.agency("Offer API elsewhere"));
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> request, Reader by) throws Exception {
        return http.perform(request.with(authentication(TestSignIn.authentication(by.personId(), by.roles()))))
                .andReturn()
                .getResponse();
    }

    private String answer(int status, HttpMethod method, String path, String body, Reader by) throws Exception {
        MockHttpServletResponse answer = call(
                MockMvcRequestBuilders.request(method, OFFERS + path)
                        .contentType("application/json")
                        .content(body),
                by);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        return text;
    }

    private String begin(int status, String metadata) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request = MockMvcRequestBuilders.multipart(OFFERS)
                .file(new MockMultipartFile(
                        "file",
                        "notice.txt",
                        "text/plain",
                        ("Words " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)))
                .file(new MockMultipartFile(
                        "metadata", "", "application/json", metadata.getBytes(StandardCharsets.UTF_8)));
        MockHttpServletResponse answer = call(request, author);
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        return text;
    }

    private static String id(String json) {
        Matcher id = ID.matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }

    @Test
    void isDeclinedWithAReasonAndSentAgainAndPublished() throws Exception {
        String offer = "/" + id(begin(201, COMPLETE));
        assertThat(answer(200, HttpMethod.GET, "?list=waiting&size=200", "", editor))
                .contains(offer.substring(1));
        assertThat(answer(422, HttpMethod.POST, offer + "/decline", "{}", editor))
                .contains("\"field\":\"reason\"");
        assertThat(answer(200, HttpMethod.POST, offer + "/decline", "{\"reason\": \"We have one.\"}", editor))
                .contains("\"state\":\"DECLINED\"");
        String declined = answer(200, HttpMethod.GET, offer, "", author);
        assertThat(declined).contains("We have one.");
        String version = declined.replaceAll(".*\"version\":(\\d+).*", "$1");
        answer(422, HttpMethod.PATCH, offer, "{\"title\": \"Better\"}", author);
        answer(200, HttpMethod.PATCH, offer, "{\"title\": \"Better\", \"version\": %s}".formatted(version), author);
        answer(409, HttpMethod.PATCH, offer, "{\"title\": \"Worse\", \"version\": %s}".formatted(version), author);
        String sent = answer(200, HttpMethod.POST, offer + "/send", "", author);
        String read = sent.replaceAll(".*\"version\":(\\d+).*", "$1");
        assertThat(call(MockMvcRequestBuilders.get(OFFERS + offer + "/content"), editor)
                        .getHeader("Content-Disposition"))
                .startsWith("attachment");
        answer(403, HttpMethod.POST, offer + "/publish", "{\"version\": %s}".formatted(read), author);
        assertThat(answer(
                        200,
                        HttpMethod.POST,
                        offer + "/publish",
                        "{\"version\": %s, \"metadata\": {\"title\": \"Best\"}}".formatted(read),
                        editor))
                .contains("\"state\":\"PUBLISHED\"", "\"document\":");
        assertThat(answer(409, HttpMethod.POST, offer + "/publish", "{\"version\": %s}".formatted(read), editor))
                .contains("meanwhile");
        assertThat(call(MockMvcRequestBuilders.get(OFFERS + offer + "/content"), author)
                        .getStatus())
                .as("its bytes are the document’s now")
                .isEqualTo(404);
        answer(422, HttpMethod.POST, offer + "/take-back", "", author);
    }

    @Test
    void isAsIfItWereNotThereToOthersAndSaysWhatIsMissing() throws Exception {
        String draft = begin(201, "{\"title\": \"Notice\"}");
        assertThat(draft).contains("\"missing\":[\"description\",\"mayShare\",\"noPersonalData\"]");
        String offer = "/" + id(draft);
        String unknown = answer(404, HttpMethod.GET, "/" + UUID.randomUUID(), "", elsewhere);
        assertThat(answer(404, HttpMethod.GET, offer, "", elsewhere).replaceAll("[0-9a-f-]{36}", ""))
                .isEqualTo(unknown.replaceAll("[0-9a-f-]{36}", ""));
        answer(404, HttpMethod.GET, offer, "", editor);
        answer(404, HttpMethod.DELETE, offer, "", elsewhere);
        answer(404, HttpMethod.POST, offer + "/decline", "{\"reason\": \"No\"}", editor);
        answer(422, HttpMethod.POST, offer + "/send", "", author);
        assertThat(begin(422, "{\"title\": \"Notice\", \"send\": true}")).contains("\"field\":\"description\"");
        assertThat(answer(200, HttpMethod.GET, "", "", author)).contains("\"total\":1");
        begin(422, "{\"titel\": \"x\"}");
        answer(403, HttpMethod.GET, "?list=waiting", "", author);
        answer(422, HttpMethod.GET, "?size=0", "", author);
        answer(204, HttpMethod.DELETE, offer, "", author);
        assertThat(answer(200, HttpMethod.GET, "", "", author)).contains("\"total\":0");
    }
}
