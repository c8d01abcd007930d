package org.safercommunities.portal.library.packs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Packs over the API: what editors do with them, and what others are told. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class CollectionsApiIT {

    private static final String PACKS = "/api/v1/collections";

    @Autowired
    private WebApplicationContext portal;

    private MockMvc http;
    private Reader editor;
    private Reader practitioner;

    @BeforeEach
    void people() {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Callers");
        editor = somebody.of(agency, Role.EDITOR);
        practitioner = somebody.of(agency);
    }

    private ResultActions as(Reader reader, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return http.perform(request.with(authentication(TestSignIn.authentication(reader.personId(), reader.roles()))));
    }

    private static AbstractMockHttpServletRequestBuilder<?> json(
            AbstractMockHttpServletRequestBuilder<?> request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    @Test
    void anEditorMakesFillsOrdersAndPublishesAPack() throws Exception {
        String location = as(editor, json(post(PACKS), "{\"title\": \"Kit\", \"description\": \"Words\"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.access.everyone").value(true))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        String one = member(location, "One");
        String two = member(location, "Two");
        as(editor, json(put(location + "/order"), "{\"members\": [\"%s\", \"%s\"]}".formatted(two, one)))
                .andExpect(status().isNoContent());
        as(editor, json(patch(location + "/members/" + one), "{\"section\": \"Morning\", \"note\": \"A word\"}"))
                .andExpect(jsonPath("$.section").value("Morning"));
        as(practitioner, get(location)).andExpect(status().isNotFound());
        as(editor, json(patch(location), "{\"state\": \"PUBLISHED\"}")).andExpect(status().isOk());
        as(practitioner, get(location))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.access").doesNotExist())
                .andExpect(jsonPath("$.members[0].title").value("Two"));
        as(practitioner, get(location + "/members?size=1&page=1"))
                .andExpect(jsonPath("$.items", hasSize(1)))
                .andExpect(jsonPath("$.items[0].title").value("One"));
        assertThat(as(practitioner, get(location + ".zip"))
                        .andExpect(status().isOk())
                        .andExpect(header().string("Content-Type", "application/zip"))
                        .andExpect(
                                header().string("Content-Disposition", org.hamcrest.Matchers.containsString("Kit.zip")))
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('P', 'K');
        as(practitioner, get(PACKS + "?size=200"))
                .andExpect(jsonPath("$.items[?(@.title == 'Kit')]").exists());
        as(editor, delete(location + "/members/" + one)).andExpect(status().isNoContent());
        as(editor, delete(location)).andExpect(status().isNoContent());
        as(practitioner, get(location)).andExpect(status().isNotFound());
    }

    private String member(String location, String title) throws Exception {
        String body = "{\"href\": \"https://a.example\", \"title\": \"%s\"}".formatted(title);
        String answer = as(editor, json(post(location + "/members"), body))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(answer, "$.id");
    }

    @Test
    void whatIsNotTheirsIsRefusedInThreeWays() throws Exception {
        String open = as(editor, json(post(PACKS), "{\"title\": \"Open\", \"state\": \"PUBLISHED\"}"))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        String nowhere = PACKS + "/" + UUID.randomUUID();
        for (String path :
                new String[] {nowhere, nowhere + ".zip", nowhere + "/members", nowhere + "/cover", PACKS + "/x"}) {
            as(editor, get(path)).andExpect(status().isNotFound());
        }
        as(practitioner, json(post(PACKS), "{\"title\": \"Mine\"}")).andExpect(status().isForbidden());
        as(practitioner, json(patch(open), "{\"audience\": {\"groups\": [\"none\"]}}"))
                .andExpect(status().isForbidden());
        as(practitioner, delete(open)).andExpect(status().isForbidden());
        for (String body : new String[] {
            "{}",
            "{\"title\": \"\"}",
            "{\"titel\": \"A\"}",
            "{\"title\": \"A\", \"audience\": {\"groups\": [\"none\"]}}"
        }) {
            as(editor, json(post(PACKS), body))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.detail").isNotEmpty());
        }
        for (String body : new String[] {
            "{}",
            "{\"href\": \"http://a.example\", \"title\": \"A\"}",
            "{\"document\": \"%s\"}".formatted(UUID.randomUUID()),
            "{\"event\": \"%s\"}".formatted(UUID.randomUUID())
        }) {
            as(editor, json(post(open + "/members"), body)).andExpect(status().isUnprocessableContent());
        }
        as(editor, json(put(open + "/order"), "{\"members\": [\"%s\"]}".formatted(UUID.randomUUID())))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void onlyItsEditorOpensAPackToDelegates() throws Exception {
        String pack = as(editor, json(post(PACKS), "{\"title\": \"Handed\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        String delegates = pack + "/delegates";
        as(editor, get(delegates))
                .andExpect(jsonPath("$.opened", hasSize(0)))
                .andExpect(jsonPath("$.shut", hasSize(0)));
        as(editor, put(delegates))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.documents").value(0));
        as(editor, delete(delegates)).andExpect(jsonPath("$.documents").value(0));
        as(practitioner, get(delegates)).andExpect(status().isNotFound());
        as(practitioner, put(delegates)).andExpect(status().isNotFound());
        as(practitioner, delete(delegates)).andExpect(status().isNotFound());
    }
}
