package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** One running portal with everything it needs, and the folder in which it lasts. */
final class Installation implements AutoCloseable {

    private static final long KEPT_LOG = 10_000_000;

    private final Settings settings;
    private final Progress progress;
    private final String portalClassPath;
    private final List<Watched> watched = new ArrayList<>();

    private @Nullable FolderLock lock;
    private @Nullable MailSink mailSink;
    private @Nullable MailPage mailPage;
    private volatile @Nullable EmbeddedMariaDb mariaDb;
    private volatile @Nullable EmbeddedKeycloak keycloak;
    private volatile @Nullable PortalProcess portal;
    private volatile boolean stopping;

    Installation(Settings settings, Progress progress, String portalClassPath) {
        this.settings = settings;
        this.progress = progress;
        this.portalClassPath = portalClassPath;
    }

    /** Starts everything; returns when the portal answers and says so. */
    void start() {
        Path data = DataFolder.take(settings.data());
        lock = FolderLock.tryLock(data).orElseThrow(() -> new Refusal(alreadyRuns()));
        PrivateFiles.folder(data.resolve("run"));
        PrivateFiles.folder(data.resolve("log"));
        note("launcher", ProcessHandle.current().pid());

        EmbeddedMariaDb database = EmbeddedMariaDb.lasting(data.resolve("mariadb"), settings.databasePort());
        EmbeddedKeycloak signIn = new EmbeddedKeycloak(
                data.resolve("keycloak"), settings.keycloakPort(), keycloakSchema(database), realms());
        int orphans = database.stopOrphans()
                + signIn.stopOrphans()
                + Processes.stopOrphans("-Dportal.data=" + data, Duration.ofSeconds(5));
        if (orphans > 0) {
            progress.say("  stopped " + orphans + " left over from a run that was killed");
        }
        settings.checkPorts();
        startMailSink();

        // From here on they can be stopped
        if (settings.needsOwnDatabase()) {
            mariaDb = database;
            startDatabase(database);
        }
        PortalProcess pages = new PortalProcess(
                data, settings.port(), portalClassPath, portalOptions(), portalVariables(database, signIn));
        keycloak = signIn;
        portal = pages;
        startPagesAndSignIn(pages, signIn);
        sayReady();
    }

    /** Watches over the parts and starts again what dies. Returns, with an exit status, only when that has no sense. */
    int watch() {
        while (!stopping) {
            Processes.pause(Duration.ofMillis(500));
            for (Watched part : watched) {
                if (!part.isAlive() && !stopping && !restart(part)) {
                    return 1;
                }
            }
        }
        Processes.pause(Duration.ofSeconds(30)); // the stop is under way in another thread and ends this one
        return 1;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Stops everything: what writes first, the database last. Takes less than eight seconds whatever happens. */
    @Override
    public void close() {
        if (stopping) {
            return;
        }
        stopping = true;
        List<Thread> stops = new ArrayList<>();
        for (AutoCloseable part : new AutoCloseable[] {portal, keycloak}) {
            if (part != null) {
                stops.add(Thread.startVirtualThread(() -> closeQuietly(part)));
            }
        }
        stops.forEach(Installation::join);
        Optional.ofNullable(mailPage).ifPresent(Installation::closeQuietly);
        Optional.ofNullable(mailSink).ifPresent(Installation::closeQuietly);
        Optional.ofNullable(mariaDb).ifPresent(Installation::closeQuietly);
        if (lock != null) {
            for (String name : List.of("launcher", "mariadb", "keycloak", "portal")) {
                settings.data().resolve("run").resolve(name + ".pid").toFile().delete();
            }
            lock.close();
            progress.say("Stopped. The data is kept in " + shown(settings.data()));
        }
    }

    private void startMailSink() {
        if (!settings.needsMailSink()) {
            return;
        }
        Path folder = settings.data().resolve("mail");
        mailSink = MailSink.writingTo(folder, settings.smtpSinkPort());
        mailPage = new MailPage(folder, settings.mailPort());
    }

    private void startDatabase(EmbeddedMariaDb database) {
        rotate(settings.data().resolve("mariadb/mariadb.log"));
        boolean first = !database.isMade();
        if (first) {
            PrivateFiles.folder(unfinished().getParent());
            PrivateFiles.write(unfinished(), "");
        }
        progress.step("database", first ? "made at the first start" : "", database::start);
        watch("database", "mariadb", database::process, database::start);
    }

    private void startPagesAndSignIn(PortalProcess pages, EmbeddedKeycloak signIn) {
        rotate(pages.log());
        rotate(signIn.log());
        boolean first = !signIn.isSchemaComplete();
        EmbeddedMariaDb own = mariaDb;
        if (first && own != null && settings.variable("PORTAL_KEYCLOAK_DB_URL").isEmpty()) {
            own.empty("keycloak");
        }
        if (own != null && Files.exists(unfinished())) {
            own.empty("portal");
            forgetTrail();
        }
        // Both at once: neither needs the other to start, and each waits a lot
        signIn.launch();
        pages.launch();
        progress.step(
                "sign-in (Keycloak)",
                first ? "the first start takes a minute or two" : "",
                () -> signIn.awaitReady(pages::checkAlive));
        watch("sign-in (Keycloak)", "keycloak", signIn::process, () -> signIn.start());
        progress.step("realms", "", () -> reconcile(signIn));
        progress.step("portal", "", pages::awaitReady);
        unfinished().toFile().delete();
        watch("portal", "portal", pages::process, () -> {
            pages.launch();
            pages.awaitReady();
        });
    }

    /**
     * There until the portal has been ready once. A change of tables that was interrupted cannot be taken back, and a next
     * start would stumble over it; so it begins with an empty schema, in which nobody can have put anything yet.
     */
    private Path unfinished() {
        return settings.data().resolve("mariadb").resolve("portal-unfinished");
    }

    /** What was kept outside of a trail that nobody can have written to yet would not fit the one that begins now. */
    private void forgetTrail() {
        try {
            FileSystemUtils.deleteRecursively(settings.data().resolve("audit"));
        } catch (IOException e) {
            throw new UncheckedIOException("The trail of an unfinished start could not be put away", e);
        }
    }

    /** Changed ports or files must reach realms that the import leaves alone. */
    private void reconcile(EmbeddedKeycloak signIn) {
        try {
            KeycloakAdmin admin = new KeycloakAdmin(signIn.url(), EmbeddedKeycloak.ADMIN, signIn.adminPassword());
            RealmFiles realms = realms();
            realms.names().forEach(realm -> admin.reconcile(realm, realms.filled(realm)));
        } catch (Refusal e) {
            progress.say("  WARNING: " + e.getMessage() + " Sign-in may still work as it was.");
        }
    }

    private boolean restart(Watched part) {
        int status = part.process().exitValue();
        if (!part.mayRestart()) {
            progress.say(
                    "The " + part.name() + " ended again (status " + status + ") soon after it had been started several"
                            + " times: everything is being stopped. Its log is in " + shown(settings.data()));
            return false;
        }
        progress.say("The " + part.name() + " has ended (status " + status + "); starting it again …");
        try {
            part.start();
            note(part.file(), part.process().pid());
            progress.say("The " + part.name() + " runs again.");
            return true;
        } catch (RuntimeException e) {
            if (!stopping) {
                progress.say("The " + part.name() + " could not be started again: everything is being stopped. "
                        + e.getMessage());
            }
            return stopping;
        }
    }

    private void watch(String name, String file, Supplier<Process> process, Runnable start) {
        watched.add(new Watched(name, file, process, start));
        note(file, process.get().pid());
    }

    private RealmFiles realms() {
        Map<String, String> values = new LinkedHashMap<>(settings.variables());
        values.put("PORTAL_URL", settings.portalUrl());
        values.put("KEYCLOAK_URL", settings.keycloakUrl());
        values.put("PORTAL_CLIENT_SECRET", secret("PORTAL_CLIENT_SECRET", "client"));
        values.put("PORTAL_ADMIN_CLIENT_SECRET", secret("PORTAL_ADMIN_CLIENT_SECRET", "admin-client"));
        values.put("SMTP_HOST", settings.variable("PORTAL_SMTP_HOST").orElse("127.0.0.1"));
        values.put("SMTP_PORT", smtpPort());
        return new RealmFiles(settings.checkout().resolve("keycloak"), settings.demo() ? "demo" : "production", values);
    }

    private Map<String, String> portalVariables(EmbeddedMariaDb database, EmbeddedKeycloak signIn) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PORTAL_PORT", String.valueOf(settings.port()));
        variables.put("PORTAL_URL", settings.portalUrl());
        variables.put("PORTAL_DATA", settings.data().toString());
        variables.put("PORTAL_DEMO", String.valueOf(settings.demo()));
        variables.put("PORTAL_KEYCLOAK_URL", settings.keycloakUrl());
        variables.put("PORTAL_OIDC_ISSUER", settings.keycloakUrl() + "/realms/safer-communities");
        variables.put("PORTAL_CLIENT_SECRET", secret("PORTAL_CLIENT_SECRET", "client"));
        variables.put("PORTAL_ADMIN_CLIENT_SECRET", secret("PORTAL_ADMIN_CLIENT_SECRET", "admin-client"));
        if (settings.variable("PORTAL_KEYCLOAK_ADMIN_PASSWORD").isEmpty()) {
            // By a file: what reads hostile documents inherits variables
            variables.put(
                    "PORTAL_KEYCLOAK_ADMIN_PASSWORD_FILE",
                    signIn.adminPasswordFile().toString());
        }
        variables.put("PORTAL_SMTP_HOST", settings.variable("PORTAL_SMTP_HOST").orElse("127.0.0.1"));
        variables.put("PORTAL_SMTP_PORT", smtpPort());
        if (settings.variable("PORTAL_DB_URL").isEmpty()) {
            variables.putAll(database.variables());
        }
        if (settings.demo()) {
            variables.put("PORTAL_ADDRESS", "127.0.0.1"); // whatever was asked for
        }
        return variables;
    }

    private List<String> portalOptions() {
        List<String> usual = List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8");
        return Stream.concat(
                        usual.stream(),
                        settings.variable("PORTAL_JAVA_OPTIONS").stream().flatMap(own -> Stream.of(own.split(" +"))))
                .toList();
    }

    private EmbeddedKeycloak.Schema keycloakSchema(EmbeddedMariaDb database) {
        return settings.variable("PORTAL_KEYCLOAK_DB_URL")
                .map(url -> new EmbeddedKeycloak.Schema(
                        url,
                        settings.variable("PORTAL_KEYCLOAK_DB_USER").orElse("keycloak"),
                        settings.variable("PORTAL_KEYCLOAK_DB_PASSWORD").orElse("")))
                .orElseGet(() -> new EmbeddedKeycloak.Schema(
                        database.url("keycloak"), "keycloak", database.password("keycloak")));
    }

    private String secret(String variable, String name) {
        return settings.variable(variable)
                .orElseGet(() -> PrivateFiles.secret(settings.data().resolve("secrets"), name));
    }

    private String smtpPort() {
        return mailSink == null ? settings.variable("PORTAL_SMTP_PORT").orElse("25") : String.valueOf(mailSink.port());
    }

    private void sayReady() {
        progress.say("");
        progress.say("Portal ready: " + settings.portalUrl());
        progress.say("");
        if (settings.demo()) {
            DemoAccounts.table().forEach(progress::say);
            progress.say("  Password of all of them: " + DemoAccounts.PASSWORD);
            progress.say("");
        }
        if (mailPage != null) {
            progress.say("  Mail:     " + mailPage.url() + "  (also as files in "
                    + shown(settings.data().resolve("mail")) + ")");
        }
        progress.say("  Keycloak: " + settings.keycloakUrl() + "  (user " + EmbeddedKeycloak.ADMIN + ", password in "
                + shown(settings.data().resolve("keycloak/secrets/admin")) + ")");
        progress.say("  Logs:     " + shown(settings.data().resolve("log/portal.log")) + ", mariadb/mariadb.log and"
                + " keycloak/keycloak.log beside it");
        progress.say("");
        progress.say("Ctrl-C stops everything; the data stays in " + shown(settings.data()) + ".");
    }

    private String alreadyRuns() {
        Path pid = settings.data().resolve("run").resolve("launcher.pid");
        String process = Files.isReadable(pid) ? " (process " + Logs.tail(pid, 1) + ")" : "";
        return "A portal already runs with the data in " + shown(settings.data()) + process
                + ". Stop it first with Ctrl-C"
                + " or “kill”, or start this one on data and ports of its own: PORTAL_DATA=… PORTAL_PORT=…"
                + " PORTAL_KEYCLOAK_PORT=… ./portal start";
    }

    private void note(String name, long pid) {
        PrivateFiles.write(settings.data().resolve("run").resolve(name + ".pid"), pid + "\n");
    }

    private String shown(Path path) {
        return path.startsWith(settings.checkout())
                ? settings.checkout().relativize(path).toString()
                : path.toString();
    }

    private static void rotate(Path log) {
        try {
            if (Files.exists(log) && Files.size(log) > KEPT_LOG) {
                Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot put the log aside: " + log, e);
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("While stopping: " + e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
