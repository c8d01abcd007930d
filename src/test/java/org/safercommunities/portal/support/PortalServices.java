package org.safercommunities.portal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.devtime.EmbeddedKeycloak;
import org.safercommunities.portal.devtime.EmbeddedMariaDb;
import org.safercommunities.portal.devtime.FolderLock;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.devtime.Ports;
import org.safercommunities.portal.devtime.PreparedKeycloak;
import org.safercommunities.portal.devtime.PrivateFiles;
import org.safercommunities.portal.devtime.RealmFiles;
import org.springframework.util.FileSystemUtils;

/**
 * The real services of the integration tests: one database, one Keycloak and one mail sink for the whole run, each
 * started when first asked for. They live below {@code target/it}; the schemas begin empty in every run.
 */
public final class PortalServices {

    public static final String REALM = "safer-communities";

    private static final int SLOTS = 8;

    /** Two runs on the same checkout get a folder each; kept here, since the lock would go with its object. */
    private static final FolderLock LOCK = ownFolder();

    private static final Path FOLDER = LOCK.folder();
    private static final int PORTAL_PORT = Ports.free();
    private static final int KEYCLOAK_PORT = Ports.free();

    private static @Nullable EmbeddedMariaDb mariaDb;
    private static @Nullable EmbeddedKeycloak keycloak;
    private static @Nullable MailSink mailSink;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(PortalServices::stop, "stop-test-services"));
    }

    private PortalServices() {}

    /** The database, started when it is not running yet. */
    public static synchronized EmbeddedMariaDb mariaDb() {
        if (mariaDb == null) {
            forgetTrailOfRunBefore();
            mariaDb = EmbeddedMariaDb.forTests(FOLDER.resolve("mariadb"), Ports.free())
                    .start();
        }
        return mariaDb;
    }

    /** The schemas begin empty, so the heads of another trail must not be kept of this one. */
    private static void forgetTrailOfRunBefore() {
        try {
            FileSystemUtils.deleteRecursively(FOLDER.resolve("data").resolve("audit"));
        } catch (IOException inUse) {
            throw new UncheckedIOException(inUse);
        }
    }

    /**
     * Keycloak with the realms of {@code keycloak/}, started when it is not running yet; that takes half a minute. One that
     * ended in the middle of a run fails the test in which it did, and no other.
     */
    public static synchronized EmbeddedKeycloak keycloak() {
        keycloakEnded().ifPresent(why -> {
            System.err.println(why);
            keycloak = null;
        });
        if (keycloak == null) {
            EmbeddedMariaDb database = mariaDb();
            var schema =
                    new EmbeddedKeycloak.Schema(database.url("keycloak"), "keycloak", database.password("keycloak"));
            var realms = new RealmFiles(Path.of("keycloak"), "demo", realmValues());
            keycloak = new EmbeddedKeycloak(FOLDER.resolve("keycloak"), KEYCLOAK_PORT, schema, realms);
            PreparedKeycloak.start(keycloak, FOLDER.resolveSibling("keycloak"));
        }
        return keycloak;
    }

    /** Why it is not running although it was started; empty while it is. */
    static synchronized Optional<String> keycloakEnded() {
        return Optional.ofNullable(keycloak).flatMap(EmbeddedKeycloak::unexpectedEnd);
    }

    /** The place where all mail ends, started when it is not running yet. */
    public static synchronized MailSink mailSink() {
        if (mailSink == null) {
            mailSink = MailSink.inMemory(Ports.free());
        }
        return mailSink;
    }

    /** Where the portal of the integration tests answers, without a slash at the end. */
    public static String portalUrl() {
        return "http://localhost:" + PORTAL_PORT;
    }

    /** Where Keycloak answers once {@link #keycloak()} has been called. */
    public static String keycloakUrl() {
        return "http://localhost:" + KEYCLOAK_PORT;
    }

    /** A folder for the portal's files, for this run. */
    public static Path folder() {
        return FOLDER;
    }

    /** The secret of a confidential client of the portal's realm: {@code client} or {@code admin-client}. */
    public static String clientSecret(String client) {
        return PrivateFiles.secret(FOLDER.resolve("secrets"), client);
    }

    /** The variables of CONTRACT.md as the launcher would set them; starts database and mail sink, not Keycloak. */
    public static Map<String, String> variables() {
        EmbeddedMariaDb database = mariaDb();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PORTAL_PORT", String.valueOf(PORTAL_PORT));
        variables.put("PORTAL_URL", portalUrl());
        variables.put("PORTAL_DATA", FOLDER.resolve("data").toString());
        variables.put("PORTAL_DEMO", "false");
        variables.put("PORTAL_PROVIDERS_LOOPBACK", "true");
        variables.putAll(database.variables());
        variables.put("PORTAL_KEYCLOAK_URL", keycloakUrl());
        variables.put("PORTAL_OIDC_ISSUER", keycloakUrl() + "/realms/" + REALM);
        variables.put("PORTAL_CLIENT_SECRET", clientSecret("client"));
        variables.put("PORTAL_ADMIN_CLIENT_SECRET", clientSecret("admin-client"));
        // One person does in a test what many do in life; what the limits are is tested where they are
        variables.put("PORTAL_LIMIT_FACTOR", "100");
        variables.put("PORTAL_SMTP_HOST", "127.0.0.1");
        variables.put("PORTAL_SMTP_PORT", String.valueOf(mailSink().port()));
        return variables;
    }

    private static Map<String, String> realmValues() {
        return Map.of(
                "PORTAL_URL", portalUrl(),
                "KEYCLOAK_URL", keycloakUrl(),
                "PORTAL_CLIENT_SECRET", clientSecret("client"),
                "PORTAL_ADMIN_CLIENT_SECRET", clientSecret("admin-client"),
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", String.valueOf(mailSink().port()));
    }

    private static FolderLock ownFolder() {
        return IntStream.rangeClosed(1, SLOTS)
                .mapToObj(slot -> Path.of("target", "it", String.valueOf(slot)).toAbsolutePath())
                .map(FolderLock::tryLock)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("More than " + SLOTS + " test runs at once in target/it"));
    }

    private static void stop() {
        Optional.ofNullable(mailSink).ifPresent(MailSink::close);
        Optional.ofNullable(keycloak).ifPresent(EmbeddedKeycloak::close);
        Optional.ofNullable(mariaDb).ifPresent(EmbeddedMariaDb::close);
    }
}
