package org.safercommunities.portal.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that would lead people, or the portal itself, somewhere else. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class ForgedRequestsIT {

    private static final String EVIL = "evil.example";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    private Intake intake;

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorization/keycloak?redirect_uri=https://evil.example/",
                "/oauth2/authorization/keycloak?continue=https://evil.example/",
                "/library?continue=https://evil.example/",
                "/?redirect=https://evil.example/",
                "/sign-in-refused/leave?post_logout_redirect_uri=https://evil.example/",
                "/login/oauth2/code/keycloak?error=x&redirect_uri=https://evil.example/",
                "/unsubscribe/abc?next=https://evil.example/",
                "//evil.example/",
                "/%2Fevil.example/",
                "/\\evil.example"
            })
    void noAddressLeadsPeopleElsewhere(String path) throws Exception {
        String answer = raw("GET %s HTTP/1.1".formatted(path), "localhost:" + port());
        answer.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:"))
                .map(line -> line.substring("location:".length()).strip())
                .forEach(location -> {
                    URI where = URI.create(location);
                    assertThat(where.getHost())
                            .as("where %s leads: %s", path, location)
                            .satisfiesAnyOf(
                                    host -> assertThat(host).isNull(),
                                    host -> assertThat(host).isEqualTo("localhost"));
                    assertThat(URLDecoder.decode(location, StandardCharsets.UTF_8))
                            .as(path)
                            .doesNotContain("redirect_uri=https://evil", "//evil.example");
                });
    }

    @Test
    void theSignInComesBackToThePortalAlone() throws Exception {
        String location = get("/oauth2/authorization/keycloak?redirect_uri=https://evil.example/")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(location).startsWith(PortalServices.keycloakUrl() + "/realms/");
        assertThat(URLDecoder.decode(location, StandardCharsets.UTF_8))
                .contains("redirect_uri=" + PortalServices.portalUrl() + "/login/oauth2/code/keycloak")
                .contains("code_challenge_method=S256", "state=", "nonce=");
    }

    @ParameterizedTest
    @ValueSource(strings = {EVIL, "localhost.evil.example", "localhost@evil.example", "evil.example:80"})
    void anotherHostsNameIsNotAnsweredTo(String host) throws Exception {
        for (String path : List.of("/library", "/oauth2/authorization/keycloak", "/api/v1/me", "/privacy")) {
            String answer = raw("GET %s HTTP/1.1".formatted(path), host);
            assertThat(answer).as(path).startsWith("HTTP/1.1 400").doesNotContain(EVIL);
        }
    }

    @Test
    void aForwardedHostIsNotBelievedWithoutAProxy() throws Exception {
        String answer = raw(
                "GET /oauth2/authorization/keycloak HTTP/1.1\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https"
                        + "\r\nForwarded: host=evil.example;proto=https",
                "localhost:" + port());
        assertThat(answer).contains("302").doesNotContain(EVIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/../../etc/passwd",
                "/files/%2e%2e/%2e%2e/etc/passwd",
                "/icons/..%2f..%2fapplication.yaml",
                "/icons/%2e%2e/application.yaml",
                "/icons/..;/application.yaml",
                "/styles/..%5c..%5capplication.yaml",
                "/webjars/%2e%2e/%2e%2e/application.yaml",
                "/public/bulletins/pictures/..%2f..%2fapplication.yaml",
                "/api/v1/documents/..%2f..%2fetc%2fpasswd/content",
                "/WEB-INF/web.xml",
                "/application.yaml",
                "/db/migration/agencies/V201__agencies.sql",
                "/VAADIN/../application.yaml"
            })
    void noPathLeadsToFilesOfTheServer(String path) throws Exception {
        String answer = raw("GET %s HTTP/1.1".formatted(path), "localhost:" + port());
        assertThat(answer).doesNotContain("root:", "PORTAL_DB_PASSWORD", "CREATE TABLE", "jdbc:mariadb");
        assertThat(answer).as(path).doesNotStartWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd",
                "..\\..\\windows\\evil.txt",
                "/etc/cron.d/evil.txt",
                "C:\\evil.txt",
                "a\r\nSet-Cookie: x=y.txt",
                "a\u0000b.txt",
                "a\u202Etxt.exe"
            })
    void aNameOfAFileIsNeverAPath(String name) throws IOException {
        StoredFile file = intake.take(
                new ByteArrayInputStream(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)), name);
        assertThat(file.fileName())
                .doesNotContain("/", "\\", "\r", "\n", "\u0000", "\u202E")
                .isNotBlank();
        assertThat(file.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void aFormFromElsewhereChangesNothing() throws Exception {
        for (String path : List.of("/logout", "/error", "/library")) {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(PortalServices.portalUrl() + path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", "https://" + EVIL)
                            .POST(HttpRequest.BodyPublishers.ofString("a=b"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void nobodyElsesPageMayOpenTheSocketOfPages() throws Exception {
        String upgrade = "GET /VAADIN/push?v-r=push HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade"
                + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: ";
        assertThat(raw(upgrade + "https://" + EVIL, "localhost:" + port())).startsWith("HTTP/1.1 403");
        assertThat(raw(upgrade + "null", "localhost:" + port())).startsWith("HTTP/1.1 403");
        assertThat(firstLine(upgrade + PortalServices.portalUrl())).isEqualTo("HTTP/1.1 101 ");
    }

    private static int port() {
        return URI.create(PortalServices.portalUrl()).getPort();
    }

    /** Of an answer that goes on. */
    private static String firstLine(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: localhost:" + port() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    /** As it is written, without a client that would put it right. */
    private static String raw(String request, String host) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("%s\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(request, host)
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
