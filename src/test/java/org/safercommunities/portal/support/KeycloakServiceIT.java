package org.safercommunities.portal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@WithKeycloak
class KeycloakServiceIT {

    @Test
    void keycloakNamesItselfByTheAddressPeopleUse() throws IOException, InterruptedException {
        URI address = URI.create(PortalServices.keycloakUrl().replace("localhost", "127.0.0.1")
                + "/realms/master/.well-known/openid-configuration");
        HttpResponse<String> answer;
        try (HttpClient http = HttpClient.newHttpClient()) {
            answer = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"issuer\":\"" + PortalServices.keycloakUrl() + "/realms/master\"");
    }
}
