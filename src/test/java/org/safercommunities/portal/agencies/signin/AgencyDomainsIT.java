package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;

@PortalIT
class AgencyDomainsIT {

    @Autowired
    Agencies agencies;

    private static HttpResponse<String> ask(String domain) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + "/public/agency-domains/" + domain))
                            .header("Origin", PortalServices.keycloakUrl())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void theSignInPageLearnsWhetherADomainIsKnown() throws Exception {
        if (agencies.find("domains-council").isEmpty()) {
            agencies.create(
                    new AgencyDescription("Domains Council", null, Set.of("domains-council.example")), Reader.portal());
            agencies.create(
                    new AgencyDescription("Domains Fire", "domains-fire", Set.of("domains-fire.example")),
                    Reader.portal());
        }
        assertThat(ask("Domains-Council.example").body())
                .isEqualTo("{\"known\":true,\"agency\":\"Domains Council\",\"signsInHere\":true}");
        assertThat(ask("domains-fire.example").body())
                .isEqualTo("{\"known\":true,\"agency\":\"Domains Fire\",\"signsInHere\":false}");
        HttpResponse<String> unknown = ask("nowhere.example");
        assertThat(unknown.body()).isEqualTo("{\"known\":false,\"agency\":null,\"signsInHere\":false}");
        assertThat(unknown.headers().allValues("Access-Control-Allow-Origin"))
                .containsExactly(PortalServices.keycloakUrl());
        assertThat(unknown.headers().allValues("Cache-Control")).containsExactly("public, max-age=300");
        assertThat(ask("x".repeat(300)).body()).contains("\"known\":false");
    }
}
