package org.safercommunities.portal.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.signin.TestSignIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API as somebody, through everything that stands before it. */
public final class ApiCalls {

    private final MockMvc http;

    public ApiCalls(WebApplicationContext portal) {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
    }

    /**
     * @param address as it would stand in a link, encoded
     * @param body JSON; empty for none
     */
    public MockHttpServletResponse call(Reader by, HttpMethod method, String address, String body) throws Exception {
        return http.perform(MockMvcRequestBuilders.request(method, URI.create(address))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.getBytes(StandardCharsets.UTF_8))
                        .with(authentication(TestSignIn.authentication(by.personId(), by.roles()))))
                .andReturn()
                .getResponse();
    }

    public static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    public static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JsonMapper.shared().readTree(text(answer));
    }
}
