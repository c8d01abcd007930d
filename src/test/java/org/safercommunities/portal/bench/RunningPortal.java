package org.safercommunities.portal.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.PortalProcess;
import org.safercommunities.portal.devtime.Ports;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A whole portal as a demonstration in a process of its own, on a database that flushes at each commit, to be asked like any other, and to
 * be killed and started again.
 */
public final class RunningPortal implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-Xmx512m", "-Dfile.encoding=UTF-8");

    private static final String EDITOR = "editor@kcst.example";
    private static final long TOKEN_NANOS = 60_000_000_000L;
    private static final double QUIET_SHARE = 0.1;

    private final Path folder = PortalServices.folder().resolve("running-portal");
    private final int port = Ports.free();
    private final EmbeddedMariaDb database;
    private final Map<String, String> variables;
    private PortalProcess portal;
    private final Map<String, Token> tokens = new HashMap<>();

    private record Token(String words, long at) {}

    public RunningPortal() throws IOException {
        PortalServices.keycloak();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder.resolve("data").resolve("log"));
        database =
                EmbeddedMariaDb.lasting(folder.resolve("mariadb"), Ports.free()).start();
        variables = new LinkedHashMap<>(PortalServices.variables());
        variables.put("PORTAL_PORT", String.valueOf(port));
        variables.put("PORTAL_URL", "http://localhost:" + port);
        variables.put("PORTAL_DATA", data().toString());
        variables.put("PORTAL_DEMO", "true");
        variables.putAll(database.variables());
        portal = started();
    }

    private PortalProcess started() {
        PortalProcess fresh =
                new PortalProcess(data(), port, System.getProperty("portal.classpath"), OPTIONS, variables);
        fresh.launch();
        fresh.awaitReady();
        return fresh;
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Where a file of it lies. */
    public Path file(String sha256) {
        return data().resolve("files")
                .resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return portal.process().toHandle();
    }

    /** Ends it as a power cut of its process would, and starts it again. */
    public void killAndRestart() throws InterruptedException {
        portal.process().destroyForcibly().waitFor();
        portal = started();
    }

    /** Waits, two minutes at most, until it is done with what it does after a start, such as making the demonstration. */
    public void awaitQuiet() {
        Duration look = Duration.ofSeconds(3);
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        double share = 1;
        while (share > QUIET_SHARE && System.nanoTime() < end) {
            Duration before = Cpu.spentBy(process());
            LockSupport.parkNanos(look.toNanos());
            share = Cpu.spentBy(process()).minus(before).toMillis() / (double) look.toMillis();
        }
    }

    /** An access token of the demonstration’s editor. */
    public String token() throws IOException {
        return token(EDITOR);
    }

    /** An access token, a minute old at most: signing in costs more than most calls. */
    public synchronized String token(String email) throws IOException {
        Token token = tokens.get(email);
        if (token == null || System.nanoTime() - token.at() > TOKEN_NANOS) {
            token = new Token(freshToken(email), System.nanoTime());
            tokens.put(email, token);
        }
        return token.words();
    }

    private static String freshToken(String email) throws IOException {
        HttpURLConnection call = (HttpURLConnection)
                URI.create(PortalServices.keycloakUrl() + "/realms/safer-communities/protocol/openid-connect/token")
                        .toURL()
                        .openConnection();
        call.setDoOutput(true);
        call.getOutputStream()
                .write(("grant_type=password&client_id=portal-cli&scope=openid&username="
                                + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&password=Demo-2026%21")
                        .getBytes(StandardCharsets.UTF_8));
        try (InputStream answer = call.getInputStream()) {
            return JsonMapper.shared().readTree(answer).get("access_token").asString();
        }
    }

    @Override
    public void close() {
        portal.close();
        database.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stays) {
            System.err.println("Not deleted: " + folder);
        }
    }
}
