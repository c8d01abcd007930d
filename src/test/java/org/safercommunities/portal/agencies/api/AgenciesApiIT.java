package org.safercommunities.portal.agencies.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safercommunities.portal.support.ApiCalls.json;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.support.ApiCalls;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Agencies by the API, for administrators; a client secret goes in and never comes out. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class AgenciesApiIT {

    private static final String AGENCIES = "/api/v1/agencies";
    private static final String SECRET = "what-nobody-must-see";

    @Autowired
    private WebApplicationContext portal;

    private final String some = UUID.randomUUID().toString().substring(0, 8);
    private ApiCalls api;
    private Reader administrator;
    private Reader coordinator;

    @BeforeEach
    void begin() {
        api = new ApiCalls(portal);
        Somebody somebody = new Somebody(portal);
        String team = somebody.agency("Team");
        administrator = somebody.of(team, Role.ADMINISTRATOR);
        coordinator = somebody.of(team, Role.COORDINATOR);
    }

    private MockHttpServletResponse call(Reader by, HttpMethod method, String address, String body) throws Exception {
        return api.call(by, method, address, body);
    }

    @Test
    void anAgencyIsAddedReadAndChanged() throws Exception {
        String contact = "\"contact\": {\"name\": \"Cedar Vale\", \"email\": \"cedar@kent.example\"}";
        MockHttpServletResponse added = call(
                administrator,
                HttpMethod.POST,
                AGENCIES,
                "{\"name\": \"By API %s\", \"domains\": [\"api-%s.example\"], %s}".formatted(some, some, contact));
        assertThat(added.getStatus()).isEqualTo(201);
        String address = AGENCIES + "/by-api-" + some;
        assertThat(added.getHeader("Location")).endsWith(address);
        JsonNode one = json(call(administrator, HttpMethod.GET, address, ""));
        assertThat(one.path("signIn").path("kind").asString()).isEqualTo("portal");
        assertThat(one.path("signIn").path("state").asString()).isEqualTo("live");
        assertThat(one.path("contact").path("name").asString()).isEqualTo("Cedar Vale");
        assertThat(one.path("forItsIt").path("redirect").asString()).endsWith("/broker/by-api-" + some + "/endpoint");
        JsonNode changed =
                json(call(administrator, HttpMethod.PATCH, address, "{\"name\": \"Renamed %s\"}".formatted(some)));
        assertThat(changed.path("name").asString()).isEqualTo("Renamed " + some);
        assertThat(changed.path("domains").path(0).asString()).isEqualTo("api-%s.example".formatted(some));
        assertThat(call(administrator, HttpMethod.GET, AGENCIES, "").getContentAsString())
                .contains("by-api-" + some);
    }

    @Test
    void whatDoesNotWorkIsSaidAtItsFieldAndWithoutTheSecret() throws Exception {
        MockHttpServletResponse answer =
                call(administrator, HttpMethod.POST, AGENCIES, """
                {"name": "Inside %s", "domains": ["in-%s.example"], "contact": {"name": "C", "email": "c@k.example"},
                 "signIn": {"kind": "oidc", "address": "https://169.254.169.254/latest", "clientId": "x", "clientSecret": "%s"}}
                """.formatted(some, some, SECRET));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(json(answer).path("field").asString()).isEqualTo("address");
        assertThat(answer.getContentAsString())
                .contains("not an address on the public internet")
                .doesNotContain(SECRET);
        assertThat(call(administrator, HttpMethod.GET, AGENCIES + "/inside-" + some, "")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseIsToldAnything() throws Exception {
        assertThat(call(coordinator, HttpMethod.GET, AGENCIES, "").getStatus()).isEqualTo(403);
        assertThat(call(coordinator, HttpMethod.GET, AGENCIES + "/no-such", "").getStatus())
                .isEqualTo(403);
        assertThat(call(coordinator, HttpMethod.POST, AGENCIES, "{}").getStatus())
                .isEqualTo(403);
        assertThat(call(coordinator, HttpMethod.PATCH, AGENCIES + "/no-such", "{}")
                        .getStatus())
                .isEqualTo(403);
    }
}
