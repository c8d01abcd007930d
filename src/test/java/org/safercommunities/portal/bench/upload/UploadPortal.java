package org.safercommunities.portal.bench.upload;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.PortalProcess;
import org.safercommunities.portal.devtime.Ports;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A whole portal as a demonstration, on a database that flushes at each commit, to be killed and started again. */
final class UploadPortal implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-Xmx512m", "-Dfile.encoding=UTF-8");

    private static final long TOKEN_NANOS = 60_000_000_000L;

    private final Path folder = PortalServices.folder().resolve("upload-bench");
    private final int port = Ports.free();
    private final EmbeddedMariaDb database;
    private final Map<String, String> variables;
    private PortalProcess portal;
    private String token = "";
    private long tokenAt;

    UploadPortal() throws IOException {
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
        variables.put("PORTAL_DB_URL", database.url("portal"));
        variables.put("PORTAL_DB_PASSWORD", database.password("portal"));
        portal = started();
    }

    private PortalProcess started() {
        PortalProcess fresh =
                new PortalProcess(data(), port, System.getProperty("portal.classpath"), OPTIONS, variables);
        fresh.launch();
        fresh.awaitReady();
        return fresh;
    }

    Path data() {
        return folder.resolve("data");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends it as a power cut of its process would, and starts it again. */
    void killAndRestart() throws InterruptedException {
        portal.process().destroyForcibly().waitFor();
        portal = started();
    }

    /** An access token of the demonstration’s editor, a minute old at most: signing in costs more than a piece. */
    synchronized String token() throws IOException {
        if (System.nanoTime() - tokenAt > TOKEN_NANOS || token.isEmpty()) {
            token = freshToken();
            tokenAt = System.nanoTime();
        }
        return token;
    }

    private static String freshToken() throws IOException {
        HttpURLConnection call = (HttpURLConnection)
                URI.create(PortalServices.keycloakUrl() + "/realms/safer-communities/protocol/openid-connect/token")
                        .toURL()
                        .openConnection();
        call.setDoOutput(true);
        call.getOutputStream()
                .write(
                        "grant_type=password&client_id=portal-cli&scope=openid&username=editor%40kcst.example&password=Demo-2026%21"
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
