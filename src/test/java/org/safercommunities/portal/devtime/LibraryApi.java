package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The library of a running portal, as an editor's script sees it. */
final class LibraryApi {

    /** From here on a file goes in pieces. */
    private static final long LARGE = 16L << 20;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TOKEN_LASTS = Duration.ofMinutes(3);
    /** So many calls in a row that nobody answered: the others would not be answered either. */
    private static final int GIVES_UP_AFTER = 10;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);
    private static final Duration PROCESSING_PATIENCE = Duration.ofMinutes(10);
    /** States of a file whose text is still to be taken out. */
    private static final Set<String> UNDER_WAY = Set.of("", "WAITING", "PENDING", "QUEUED", "PROCESSING", "RUNNING");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String portal;
    private final String tokenAddress;
    private final @Nullable String givenToken;
    private final boolean dryRun;
    private final TusUpload tus;
    private final Map<String, String> pathOfBytes = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private String token = "";
    private Instant tokenFrom = Instant.EPOCH;

    private LibraryApi(String portal, String tokenAddress, @Nullable String givenToken, boolean dryRun) {
        this.portal = portal;
        this.dryRun = dryRun;
        this.tus = new TusUpload(http, this::authorised);
        this.tokenAddress = tokenAddress;
        this.givenToken = givenToken;
    }

    /** With the token in PORTAL_TOKEN, or as the demonstration's editor. PORTAL_URL says which portal. */
    static LibraryApi of(Settings settings, boolean dryRun) {
        return new LibraryApi(
                settings.variable("PORTAL_URL").orElse(settings.portalUrl()),
                settings.variable("PORTAL_OIDC_ISSUER").orElse(settings.keycloakUrl() + "/realms/safer-communities")
                        + "/protocol/openid-connect/token",
                settings.variable("PORTAL_TOKEN").orElse(null),
                dryRun);
    }

    /**
     * Brings a file with what is said of it; never twice the same.
     *
     * @return waits until the portal has looked into the file
     * @throws Refusal when the portal is gone
     */
    Callable<ImportFolder.Outcome> put(ImportPlan.Item item, String reference) throws InterruptedException {
        long bytes = 0;
        try {
            bytes = Files.size(item.file());
            if (bytes == 0) {
                return lost(item, bytes, "This file is empty");
            }
            String sha256 = sha256(item.file());
            if (dryRun) {
                var readable = new ImportFolder.Outcome(item.path(), bytes, true, "READABLE", "-", "");
                return () -> readable;
            }
            String first = pathOfBytes.putIfAbsent(sha256, item.path());
            HttpResponse<String> answer = bring(item, reference, sha256, "", null);
            if (answer.statusCode() == 200
                    && JSON.readTree(answer.body()).path("outcome").asString("").equals("FILE_WANTED")) {
                answer = bytes > LARGE
                        ? bring(item, reference, sha256, tus.upload(item.file(), bytes, reference + sha256), null)
                        : bring(item, reference, sha256, "", item.file());
            }
            unanswered.set(0);
            return answer.statusCode() == 200
                    ? brought(item, bytes, JSON.readTree(answer.body()), first)
                    : lost(item, bytes, detail(answer.body()));
        } catch (ConnectException e) {
            if (unanswered.incrementAndGet() >= GIVES_UP_AFTER) {
                throw new Refusal("No portal answers at " + portal
                        + ". What was told of here is in it; start the import again when the portal is back.");
            }
            return lost(
                    item,
                    bytes,
                    "No portal answers at " + portal + ". Start it first (./portal start), or set PORTAL_URL");
        } catch (IOException | UncheckedIOException | JacksonException e) {
            return lost(item, bytes, "The connection broke, or the file cannot be read: " + e.getMessage());
        }
    }

    /** @param first path of the file of this import that has the same bytes; null when it is the first itself */
    private Callable<ImportFolder.Outcome> brought(
            ImportPlan.Item item, long bytes, JsonNode answer, @Nullable String first) {
        String outcome = answer.path("outcome").asString("?");
        String said = answer.path("note").asString("");
        String note =
                said.isEmpty() && first != null ? "The same bytes as " + first : said.isEmpty() ? "" : item.at(said);
        if (outcome.equals("UNCHANGED") || outcome.equals("CHANGED")) {
            var here = new ImportFolder.Outcome(item.path(), bytes, true, outcome, "-", note);
            return () -> here;
        }
        return () -> read(item, bytes, outcome, note, answer);
    }

    private ImportFolder.Outcome read(ImportPlan.Item item, long bytes, String outcome, String note, JsonNode answer)
            throws InterruptedException {
        JsonNode processing = processed(
                URI.create(portal + "/api/v1/documents/" + answer.path("id").asString()));
        String state = processing.path("state").asString("?");
        String reason = processing.path("reason").asString("");
        return new ImportFolder.Outcome(
                item.path(), bytes, !state.equals("?"), outcome, state, note.isEmpty() ? reason : note);
    }

    private static Callable<ImportFolder.Outcome> lost(ImportPlan.Item item, long bytes, String reason) {
        var lost = new ImportFolder.Outcome(item.path(), bytes, false, "REFUSED", "-", item.at(reason));
        return () -> lost;
    }

    private HttpResponse<String> bring(
            ImportPlan.Item item, String reference, String sha256, String upload, @Nullable Path file)
            throws IOException, InterruptedException {
        String boundary = "portal-" + UUID.randomUUID();
        String name = item.file().getFileName().toString();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\n"
                + "Content-Type: application/json; charset=utf-8\r\n\r\n" + item.metadata() + "\r\n--" + boundary;
        if (!upload.isEmpty()) {
            head += "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + upload + "\r\n--" + boundary;
        }
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(head + "--\r\n");
        if (file != null) {
            body = HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                            + name.replace("\"", "%22").replaceAll("[\\p{Cc}\\\\]", "_")
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                    HttpRequest.BodyPublishers.ofFile(file),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        }
        return http.send(
                authorised("/api/v1/documents/by-reference?reference=" + encoded(reference) + "&sha256=" + sha256
                                + "&name=" + encoded(name))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .timeout(Duration.ofMinutes(30))
                        .PUT(body)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] some = new byte[1 << 16];
            for (int read = content.read(some); read >= 0; read = content.read(some)) {
                digest.update(some, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException always) {
            throw new IllegalStateException(always);
        }
    }

    /** What came of it; without a state when the portal has not come to an end in time. */
    private JsonNode processed(URI document) throws InterruptedException {
        Instant end = Instant.now().plus(PROCESSING_PATIENCE);
        JsonNode processing = JSON.createObjectNode();
        Duration pause = Duration.ofMillis(250);
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
            Processes.pause(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
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

    private static String detail(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.path("detail").asString(problem.path("title").asString(""));
        } catch (JacksonException e) {
            return body.lines().findFirst().orElse("");
        }
    }
}
