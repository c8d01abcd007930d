package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Keycloak server as a child process, with its own schema in the same MariaDB and our sign-in theme. It imports
 * the realms that it does not know yet, and listens on the loopback address only.
 */
public final class EmbeddedKeycloak implements AutoCloseable {

    public static final String ADMIN = "admin";

    private static final Duration STOP_PATIENCE = Duration.ofMillis(4500);
    /** Its way of saying that it has prepared itself for new settings and wants to be started again. */
    private static final int PREPARED = 10;

    private static final String COMPLETE = "schema-complete";

    private final Path folder;
    private final int port;
    private final Schema database;
    private final RealmFiles realms;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Process process;
    private boolean closed;

    /** Where Keycloak keeps its things: JDBC address, account and password of its schema. */
    public record Schema(String url, String user, String password) {}

    /**
     * @param folder holds the unpacked server, its log and the administrator's password
     * @param port of its pages, on the loopback address
     */
    public EmbeddedKeycloak(Path folder, int port, Schema database, RealmFiles realms) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.database = database;
        this.realms = realms;
    }

    /** Starts the server, after stopping one that a killed run has left, and returns when its realms answer. */
    public EmbeddedKeycloak start() {
        launch();
        awaitReady(() -> {});
        return this;
    }

    /** Starts the server without waiting for it. */
    public void launch() {
        stopOrphans();
        PrivateFiles.folder(folder);
        Path home = KeycloakArchive.unpackInto(folder);
        try {
            realms.writeTo(home.resolve("data/import"));
            realms.linkThemes(home.resolve("themes"));
            realms.writeKnownPasswords(home.resolve("data/password-blacklists"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Keycloak's realms, themes and known passwords could not be put into " + home, e);
        }
        run(false);
    }

    /** Waits until the launched server has prepared itself for its settings, after which it ends, or answers because it was prepared. */
    void awaitPrepared() {
        while (process().isAlive() && !answers("master")) {
            Processes.pause(Duration.ofMillis(200));
        }
    }

    /**
     * Waits until every realm answers; a first start takes up to a minute on a small machine.
     *
     * @param meanwhile done now and again; it may throw to end the waiting
     */
    public void awaitReady(Runnable meanwhile) {
        // Long: a busy small machine takes minutes, and to stop it half-way would help nobody
        Instant end = Instant.now().plus(Duration.ofMinutes(15));
        List<String> wanted = new ArrayList<>(realms.names());
        wanted.add("master");
        while (Instant.now().isBefore(end)) {
            Process current = process();
            if (!current.isAlive()) {
                if (current.exitValue() != PREPARED) {
                    break;
                }
                run(true);
            }
            meanwhile.run();
            wanted.removeIf(this::answers);
            if (wanted.isEmpty()) {
                realms.removeFrom(home().resolve("data/import"));
                PrivateFiles.write(folder.resolve(COMPLETE), "");
                return;
            }
            Processes.pause(Duration.ofMillis(200));
        }
        String trouble = process().isAlive()
                ? "no answer from " + String.join(", ", wanted)
                : "it ended with status " + process().exitValue();
        Processes.stop(process().toHandle(), STOP_PATIENCE);
        throw new IllegalStateException("Keycloak did not start on port " + port + " (" + trouble + "); " + log()
                + " says why:\n" + Logs.trouble(log()));
    }

    /**
     * Whether it has been ready once. Until then its schema may be half made: the database cannot take back a change of
     * tables that was interrupted, and a next start would stumble over it.
     */
    boolean isSchemaComplete() {
        return Files.exists(folder.resolve(COMPLETE));
    }

    /** Ends servers of earlier runs on the same data. Returns how many there were. */
    public int stopOrphans() {
        return Processes.stopOrphans(homeArgument(), STOP_PATIENCE);
    }

    /** Where people reach it, without a slash at the end. */
    public String url() {
        return "http://localhost:" + port;
    }

    /** The address that names a realm in its tokens. */
    public String issuer(String realm) {
        return url() + "/realms/" + realm;
    }

    /** The password of {@link #ADMIN} in the master realm, as made at the first start. */
    public String adminPassword() {
        return PrivateFiles.secret(folder.resolve("secrets"), "admin");
    }

    /** Where that password is kept, for its owner alone to read. */
    Path adminPasswordFile() {
        adminPassword();
        return folder.resolve("secrets").resolve("admin");
    }

    /** The running server. */
    public synchronized Process process() {
        if (process == null) {
            throw new IllegalStateException("Keycloak has not been started");
        }
        return process;
    }

    public Path log() {
        return folder.resolve("keycloak.log");
    }

    /** How it ended without being asked to: its status and what its log says last; empty while it runs. */
    public Optional<String> unexpectedEnd() {
        Process current = process();
        return current.isAlive()
                ? Optional.empty()
                : Optional.of("Keycloak ended by itself with status " + current.exitValue() + "; " + log() + " says:\n"
                        + Logs.trouble(log()));
    }

    /** Stops the server, also from another thread while it is starting. It cannot be started again afterwards. */
    @Override
    public void close() {
        Process current;
        synchronized (this) {
            closed = true;
            current = process;
        }
        if (current != null) {
            Processes.stop(current.toHandle(), STOP_PATIENCE);
        }
    }

    private synchronized void run(boolean prepared) {
        if (closed) {
            throw new IllegalStateException("Keycloak is being stopped");
        }
        try {
            process = builder(prepared).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be started in " + folder, e);
        }
    }

    private boolean answers(String realm) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer(realm)))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Where the server itself lies, below the folder. */
    Path home() {
        return KeycloakArchive.homeIn(folder);
    }

    private String homeArgument() {
        return "-Dkc.home.dir=" + home();
    }

    private ProcessBuilder builder(boolean prepared) {
        ProcessBuilder builder = new ProcessBuilder(command(home(), prepared))
                .directory(home().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // Passwords by the environment: the command line is everybody's to read
        builder.environment()
                .putAll(Map.of(
                        "KC_DB_PASSWORD", database.password(),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword()));
        return builder;
    }

    /**
     * What {@code bin/kc.sh} would run. Without the script the process that we start is the server itself, so that
     * ending it leaves nothing behind.
     */
    private List<String> command(Path home, boolean prepared) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> machine = Stream.of(
                java,
                homeArgument(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MetaspaceSize=96M",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=GB",
                "-Djdk.tls.rejectClientInitiatedRenegotiation=true",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000");
        Stream<String> again = prepared ? Stream.of("-Dkc.config.built=true") : Stream.empty();
        Stream<String> server = Stream.of(
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start-dev",
                "--import-realm",
                "--db=mariadb",
                "--db-url=" + database.url(),
                "--db-username=" + database.user(),
                "--db-pool-max-size=20",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + url());
        return Stream.of(machine, again, server).flatMap(part -> part).toList();
    }
}
