package org.safercommunities.portal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@PortalIT
class WholePortalIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create(PortalServices.portalUrl() + path);
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void healthIsForEverybodyAndTellsNoMoreThanTheState() throws IOException, InterruptedException {
        HttpResponse<String> health = get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("MariaDB", "components");
    }

    @Test
    void nothingElseOfTheActuatorAnswers() throws IOException, InterruptedException {
        assertThat(get("/actuator/env").statusCode()).isNotEqualTo(200);
        assertThat(get("/actuator/heapdump").statusCode()).isNotEqualTo(200);
    }

    /**
     * Pages that are not there are Flow's to answer, so whoever is signed in gets past security with any address. An address that
     * is not Flow's must therefore lie where security has a rule for it.
     */
    @Test
    void noAddressIsAnsweredOutsideOfWhatSecurityNames() {
        assertThat(handlers.getHandlerMethods().keySet())
                .flatExtracting(RequestMappingInfo::getPatternValues)
                .isNotEmpty()
                .allSatisfy(
                        address -> assertThat(address)
                                .matches(
                                        "/(api/v1|files|public|v3/api-docs)([/.].*)?|/sign-in-refused/leave|/unsubscribe/\\{token}|/\\.well-known/security(-policy)?\\.txt|/confirm|/account/change|/error"));
    }
}
