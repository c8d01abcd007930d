package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;

/** What the running portal says to a browser at every door of the table, by whatever way it answers. */
@PortalIT
class AnswerHeadersIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + path))
                        .header("Accept", "text/html,*/*")
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> everyAddress() {
        List<String> addresses = new ArrayList<>();
        new IntendedDoors("pages.csv").rows.keySet().forEach(page -> addresses.add("GET " + page));
        addresses.addAll(new IntendedDoors("calls.csv").rows.keySet());
        addresses.addAll(List.of(
                "GET /actuator/health",
                "GET /actuator/env",
                "GET /robots.txt",
                "GET /portal.css",
                "GET /icons/shield.svg",
                "GET /no-such-page",
                "GET /api/v1/no-such-call",
                "GET /files/no-such-file",
                "GET /public/no-such-thing",
                "GET /oauth2/authorization/keycloak",
                "GET /login/oauth2/code/keycloak?error=x",
                "POST /logout",
                "POST /logout/connect/back-channel/keycloak",
                "GET /library;x=1",
                "PUT /library"));
        return addresses.stream()
                .map(address -> address.replaceAll(
                        "\\{[^}]+}|:[a-z]+\\??", UUID.randomUUID().toString()))
                .toList();
    }

    @Test
    void everyAnswerForbidsWhatNobodyNeeds() throws IOException, InterruptedException {
        for (String address : everyAddress()) {
            String[] door = address.split(" ");
            HttpResponse<String> answer = ask(door[0], door[1]);
            String where = address + " (" + answer.statusCode() + ")";
            assertOnce(where, answer, "X-Content-Type-Options", "nosniff");
            assertOnce(where, answer, "Referrer-Policy", "same-origin|no-referrer");
            assertOnce(where, answer, "X-Frame-Options", "DENY");
            assertOnce(where, answer, "Cross-Origin-Opener-Policy", "same-origin");
            assertOnce(
                    where,
                    answer,
                    "Cross-Origin-Resource-Policy",
                    door[1].startsWith("/public/") ? "cross-origin" : "same-origin");
            assertOnce(where, answer, "Permissions-Policy", ".*camera=\\(\\).*");
            assertPolicy(where, answer);
            assertThat(answer.headers().map().keySet())
                    .as(where)
                    .doesNotContain("server", "x-powered-by", "access-control-allow-credentials");
            assertThat(answer.body()).as(where).doesNotContain("org.apache", "at org.", "Exception");
        }
    }

    private static void assertPolicy(String where, HttpResponse<String> answer) {
        List<String> policies = answer.headers().allValues("Content-Security-Policy");
        assertThat(policies).as("policy of " + where).hasSize(1);
        String policy = policies.getFirst();
        boolean page = policy.startsWith("default-src 'self'");
        assertThat(policy)
                .as(where)
                .contains("frame-ancestors 'none'", "base-uri", "form-action")
                .doesNotContain("*");
        if (page) {
            // The last says where the sign-in page is, which here has no certificate
            assertThat(policy.replaceAll("form-action.*", ""))
                    .as(where)
                    .contains("'nonce-", "object-src 'none'")
                    .doesNotContain("http:", "https:");
        } else {
            assertThat(policy).as(where).startsWith("default-src 'none'").doesNotContain("script-src");
        }
    }

    private static void assertOnce(String where, HttpResponse<String> answer, String name, String value) {
        assertThat(answer.headers().allValues(name))
                .as("%s of %s", name, where)
                .singleElement()
                .satisfies(said -> assertThat(said).matches(value));
    }

    /** What somebody was shown stays in no cache that somebody else could look into. */
    @Test
    void onlyWhatIsForEverybodyMayBeKept() throws IOException, InterruptedException {
        for (String address : everyAddress()) {
            String[] door = address.split(" ");
            HttpResponse<String> answer = ask(door[0], door[1]);
            boolean open = door[1].matches(
                    "/(public|styles|fonts|icons|images|scripts|\\.well-known)/.*|/[^/]*\\.(css|svg|txt)");
            // What the firewall refuses has no words, and nobody keeps it
            if (!open && answer.statusCode() != 400) {
                assertThat(answer.headers().firstValue("Cache-Control").orElse("nothing"))
                        .as("%s (%d)", address, answer.statusCode())
                        .containsAnyOf("no-store", "private");
            }
        }
    }

    @Test
    void theCookieOfASessionIsForTheServerAloneAndTellsNothing() throws IOException, InterruptedException {
        HttpResponse<String> page = ask("GET", "/privacy");
        assertThat(page.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Lax", "Path=/")
                        .doesNotContain("Domain"));
    }

    @Test
    void whoeverFindsAHoleIsToldWhomToWriteTo() throws IOException, InterruptedException {
        String text = ask("GET", "/.well-known/security.txt").body();
        assertThat(text).containsPattern("(?m)^Contact: mailto:\\S+@\\S+$").containsPattern("(?m)^Policy: \\S+$");
        java.time.Instant expires = java.time.Instant.parse(text.lines()
                .filter(line -> line.startsWith("Expires: "))
                .findFirst()
                .orElseThrow()
                .substring(9));
        assertThat(expires)
                .isAfter(java.time.Instant.now().plus(java.time.Duration.ofDays(90)))
                .isBefore(java.time.Instant.now().plus(java.time.Duration.ofDays(365)));
        String policy = text.lines()
                .filter(line -> line.startsWith("Policy: "))
                .findFirst()
                .orElseThrow();
        assertThat(ask("GET", URI.create(policy.substring(8)).getPath()).body()).contains("three", "90 days");
    }
}
