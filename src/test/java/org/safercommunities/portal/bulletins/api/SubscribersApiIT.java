package org.safercommunities.portal.bulletins.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.bulletins.SubscriberDomains;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A list of subscribers over the API. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class SubscribersApiIT {

    private static final String ADDRESS = "/api/v1/subscribers/import";

    @Autowired
    WebApplicationContext portal;

    private final String domain = UUID.randomUUID().toString().substring(0, 8) + ".example";
    private MockMvc http;
    private Reader editor;
    private Reader coordinator;

    @BeforeEach
    void begin() {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Imports"), Role.EDITOR);
        coordinator = somebody.of(somebody.agency("Imports"), Role.COORDINATOR, Role.ADMINISTRATOR);
        portal.getBean(SubscriberDomains.class).allow(domain, editor);
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> call, Reader by) throws Exception {
        call.with(authentication(TestSignIn.authentication(by.personId(), by.roles())));
        return http.perform(call).andReturn().getResponse();
    }

    private MockHttpServletResponse send(String text, Reader by) throws Exception {
        return call(MockMvcRequestBuilders.post(ADDRESS).contentType("text/csv").content(text), by);
    }

    @Test
    void aListIsTakenAndAnsweredRowByRow() throws Exception {
        MockHttpServletResponse answer =
                send("email,name,agency,topics\na@%s,Aster,,road-safety\nnobody,,,\n".formatted(domain), editor);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("\"accepted\":1", "\"refused\":1", "\"line\":2", "\"outcome\":\"accepted\"")
                .contains("\"line\":3", "\"outcome\":\"refused\"", "Enter an email address like name@example.org");
    }

    @Test
    void aFileInAFormIsTakenToo() throws Exception {
        MockHttpServletResponse answer = call(
                MockMvcRequestBuilders.multipart(ADDRESS)
                        .file(new MockMultipartFile(
                                "file",
                                "list.csv",
                                "text/csv",
                                "email\nb@%s\n".formatted(domain).getBytes(StandardCharsets.UTF_8)))
                        .param("kind", "NEWSLETTER")
                        .param("basis", "Signed a paper in May"),
                editor);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("\"accepted\":1");
    }

    @Test
    void onlyEditorsSendLists() throws Exception {
        assertThat(send("email\nc@%s\n".formatted(domain), coordinator).getStatus())
                .isEqualTo(403);
        assertThat(http.perform(MockMvcRequestBuilders.post(ADDRESS)
                                .contentType("text/csv")
                                .content("email\n"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void whatCannotBeTakenAtAllIsSaidInASentence() throws Exception {
        MockHttpServletResponse nothing = send("", editor);
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(nothing.getContentAsString()).contains("Name the columns in the first line", "\"field\":\"file\"");
        MockHttpServletResponse tooLong = send("x".repeat(4_000_001), editor);
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(tooLong.getContentAsString()).contains("at most 20,000 lines and 4 MB");
        MockHttpServletResponse kind = call(
                MockMvcRequestBuilders.post(ADDRESS + "?kind=PARTY")
                        .contentType("text/csv")
                        .content("email\n"),
                editor);
        assertThat(kind.getStatus()).isEqualTo(400);
    }
}
