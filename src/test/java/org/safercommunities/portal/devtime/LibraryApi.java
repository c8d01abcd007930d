package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The library of a running portal, as an editor's script sees it. */
final class LibraryApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(3);
    private static final Duration PROCESSING_PATIENCE = Duration.ofMinutes(10);
    /** States of a file whose text is still to be taken out. */
    private static final Set<String> UNDER_WAY = Set.of("", "WAITING", "PENDING", "QUEUED", "PROCESSING", "RUNNING");

    private final String portal;
    private final String tokenAddress;
    private final @Nullable String givenToken;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private String token = "";
    private Instant tokenFrom = Instant.EPOCH;

    private LibraryApi(String portal, String tokenAddress, @Nullable String givenToken) {
        this.portal = portal;
        this.tokenAddress = tokenAddress;
        this.givenToken = givenToken;
    }

    /** With the token in PORTAL_TOKEN, or as the demonstration's editor. PORTAL_URL says which portal. */
    static LibraryApi of(Settings settings) {
        return new LibraryApi(
                settings.variable("PORTAL_URL").orElse(settings.portalUrl()),
                settings.variable("PORTAL_OIDC_ISSUER").orElse(settings.keycloakUrl() + "/realms/safer-communities")
                        + "/protocol/openid-connect/token",
                settings.variable("PORTAL_TOKEN").orElse(null));
    }

    /** Publishes the file for everyone, and waits until the portal has looked into it. */
    ImportFolder.Outcome put(Path file) throws IOException, InterruptedException {
        long bytes = Files.size(file);
        HttpResponse<String> answer;
        try {
            answer = http.send(upload(file), HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new Refusal(
                    "No portal answers at " + portal + ". Start it first (./portal start), or set PORTAL_URL.");
        } catch (IOException e) {
            return new ImportFolder.Outcome(file, bytes, 0, "?", "the connection broke: " + e.getMessage());
        }
        String location = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 201 || location.isEmpty()) {
            return new ImportFolder.Outcome(file, bytes, answer.statusCode(), "?", detail(answer.body()));
        }
        JsonNode processing = processed(URI.create(portal).resolve(location));
        return new ImportFolder.Outcome(
                file,
                bytes,
                answer.statusCode(),
                processing.path("state").asString("?"),
                processing.path("reason").asString(""));
    }

    private HttpRequest upload(Path file) throws IOException {
        String name = file.getFileName().toString();
        ObjectNode metadata = JSON.createObjectNode();
        metadata.put("title", title(name));
        metadata.put("kind", "other");
        metadata.putObject("audience").put("everyone", true);
        String boundary = "portal-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                + "Content-Type: application/json\r\n\r\n" + metadata + "\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name.replace("\"", "%22").replaceAll("[\\r\\n]", "_")
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return authorised("/api/v1/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .timeout(Duration.ofMinutes(30))
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head),
                        HttpRequest.BodyPublishers.ofFile(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
    }

    /** What came of it; without a state when the portal has not come to an end in time. */
    private JsonNode processed(URI document) throws InterruptedException {
        Instant end = Instant.now().plus(PROCESSING_PATIENCE);
        JsonNode processing = JSON.createObjectNode();
        while (Instant.now().isBefore(end)) {
            try {
                HttpRequest request = authorised(document.getPath())
                        .timeout(Duration.ofSeconds(30))
                        .build();
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 404) {
                    return processing;
                }
                if (answer.statusCode() == 200) {
                    processing = JSON.readTree(answer.body()).path("processing");
                    if (!UNDER_WAY.contains(processing.path("state").asString(""))) {
                        return processing;
                    }
                }
            } catch (IOException | JacksonException e) {
                // asked again below: the portal may be busy, or be starting again
            }
            Processes.pause(Duration.ofMillis(300));
        }
        return processing;
    }

    private HttpRequest.Builder authorised(String path) {
        return HttpRequest.newBuilder(URI.create(portal + path)).header("Authorization", "Bearer " + token());
    }

    private synchronized String token() {
        if (givenToken != null) {
            return givenToken;
        }
        if (tokenFrom.plus(TOKEN_LASTS).isBefore(Instant.now())) {
            token = signIn();
            tokenFrom = Instant.now();
        }
        return token;
    }

    private String signIn() {
        String form = "grant_type=password&client_id=portal-cli&scope=openid&username=editor%40kcst.example&password="
                + DemoAccounts.PASSWORD.replace("!", "%21");
        HttpRequest request = HttpRequest.newBuilder(URI.create(tokenAddress))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.UTF_8))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return JSON.readTree(answer.body()).path("access_token").asString();
            }
            throw new Refusal("Keycloak gave no token for editor@kcst.example (" + answer.statusCode() + ": "
                    + answer.body() + "). Without the demo accounts, put an editor's token into PORTAL_TOKEN.");
        } catch (IOException e) {
            throw new Refusal("No Keycloak answers at " + tokenAddress
                    + ". Start the portal first (./portal start), or put an" + " editor's token into PORTAL_TOKEN.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while signing in", e);
        }
    }

    private static String title(String name) {
        String plain =
                name.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "").replace('_', ' ').strip();
        return plain.isEmpty() ? name : plain;
    }

    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asString(problem.path("title").asString(""));
        } catch (JacksonException e) {
            return body.lines().findFirst().orElse("");
        }
    }
}
