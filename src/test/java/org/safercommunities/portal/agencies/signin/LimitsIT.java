package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditResult;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.shared.Limited;
import org.safercommunities.portal.shared.Limits;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Whoever asks too often is told so and when to go on; others are not. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class LimitsIT {

    @Autowired
    private WebApplicationContext portal;

    @Autowired
    private Limits limits;

    @Autowired
    private AuditTrail trail;

    private MockMvc http;
    private Reader busy;
    private Reader colleague;

    @BeforeEach
    void people() {
        http = MockMvcBuilders.webAppContextSetup(portal)
                .apply(springSecurity())
                .build();
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Busy");
        busy = somebody.of(agency);
        colleague = somebody.of(agency);
    }

    private void exhaust(Limited what, String who) {
        while (limits.allows(what, who)) {}
    }

    private MockHttpServletResponse get(String address, Reader reader, String accept) throws Exception {
        return call(MockMvcRequestBuilders.get(address).header("Accept", accept), reader);
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> call, Reader reader)
            throws Exception {
        return http.perform(call.with(authentication(TestSignIn.authentication(reader.personId(), reader.roles()))))
                .andReturn()
                .getResponse();
    }

    @Test
    void searchingTooOftenIsRefusedOverTheApiWithAProblem() throws Exception {
        exhaust(Limited.SEARCHES, busy.personId().toString());
        MockHttpServletResponse refused = get("/api/v1/documents?q=x", busy, "application/json");
        assertRefused(refused, "You search more often");
        assertThat(get("/api/v1/documents?q=x", colleague, "application/json").getStatus())
                .isEqualTo(200);
        assertThat(get("/api/v1/me", busy, "application/json").getStatus())
                .as("they may do everything else")
                .isEqualTo(200);
        AuditLine line = trail.of(busy.personId(), null, 1).getFirst();
        assertThat(line.action()).isEqualTo("agencies.limited");
        assertThat(line.result()).isEqualTo(AuditResult.REFUSED);
        assertThat(line.details()).isEqualTo(Map.of("doing", "search"));
    }

    @Test
    void filesAreRefusedToProgramsWithAProblemAndToPeopleWithAPage() throws Exception {
        String file = "/files/documents/%s/content".formatted(UUID.randomUUID());
        assertThat(get(file, busy, "*/*").getStatus()).isEqualTo(404);
        exhaust(Limited.DOWNLOADS, busy.personId().toString());
        assertRefused(get(file, busy, "*/*"), "You download files more often");
        MockHttpServletResponse page = get(file, busy, "text/html,*/*");
        assertThat(page.getStatus()).isEqualTo(429);
        assertThat(page.getContentAsString()).contains("<h1>Wait a moment</h1>", "then go on");
        assertThat(page.getHeader("Retry-After")).isNotBlank();
        assertThat(get(file.replace("content", "pages/1"), busy, "image/*").getStatus())
                .as("thumbnails are counted for themselves")
                .isEqualTo(404);
    }

    @Test
    void callsAndUploadsEachHaveTheirOwn() throws Exception {
        exhaust(Limited.CALLS, busy.personId().toString());
        assertRefused(get("/api/v1/me", busy, "application/json"), "You call the portal");
        exhaust(Limited.UPLOADS, busy.personId().toString());
        assertRefused(
                call(MockMvcRequestBuilders.multipart("/api/v1/documents").file("file", new byte[] {1}), busy),
                "You put in files");
    }

    @Test
    void placesAreCountedByTheAddressOfTheConnectionWhateverAHeaderSays() throws Exception {
        String place = "203.0.113." + (1 + Math.abs(UUID.randomUUID().hashCode() % 250));
        exhaust(Limited.SIGN_INS, place);
        exhaust(Limited.STRANGERS, place);
        for (String address : new String[] {
            "/oauth2/authorization/keycloak", "/public/agency-domains/a.example", "/unsubscribe/x", "/api/v1/me"
        }) {
            assertThat(stranger(address, place, "198.51.100.1").getStatus())
                    .as(address)
                    .isEqualTo(429);
            assertThat(stranger(address, "192.0.2.1", place).getStatus())
                    .as("%s from elsewhere", address)
                    .isNotEqualTo(429);
        }
        AuditLine line = trail.of("limit:sign_ins", 1).getFirst();
        assertThat(line.action()).isIn("agencies.stranger-limited", "audit.more-refused");
        assertThat(line.actor()).isNull();
        assertThat(line.toString()).as("where from is in the log alone").doesNotContain(place);
    }

    @Test
    void whoTriesOutTokensIsCounted() throws Exception {
        String place = "2001:db8:" + Integer.toHexString(UUID.randomUUID().hashCode() & 0xffff) + ":1::7";
        assertThat(stranger("/api/v1/me", place, "").getStatus()).isEqualTo(401);
        int left = 0;
        while (limits.allows(Limited.STRANGERS, org.safercommunities.portal.shared.Pace.place(place))) {
            left++;
        }
        assertThat(left).isEqualTo(600 * 100 - 1);
        assertThat(stranger("/api/v1/me", place, "").getStatus()).isEqualTo(429);
    }

    @Test
    void whatTheFirewallTurnsAwayIsInTheTrail() throws Exception {
        assertThat(http.perform(MockMvcRequestBuilders.get(java.net.URI.create("/library/%2e%2e/admin")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
        assertThat(trail.of("limit:requests", 1).getFirst().action())
                .isIn("agencies.request-rejected", "audit.more-refused");
    }

    private MockHttpServletResponse stranger(String address, String from, String claimed) throws Exception {
        return http.perform(MockMvcRequestBuilders.get(address)
                        .header("X-Forwarded-For", claimed)
                        .header("Forwarded", "for=" + claimed)
                        .with(request -> {
                            request.setRemoteAddr(from);
                            return request;
                        }))
                .andReturn()
                .getResponse();
    }

    private static void assertRefused(MockHttpServletResponse refused, String words) throws Exception {
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString()).contains(words, "Wait");
        assertThat(Integer.parseInt(String.valueOf(refused.getHeader("Retry-After"))))
                .isBetween(1, 60);
    }
}
