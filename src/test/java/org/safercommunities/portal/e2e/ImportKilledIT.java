package org.safercommunities.portal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.devtime.ImportFolder;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import that is killed in the middle and started again ends with every file in the library, and none twice. */
@PortalIT
@WithKeycloak
class ImportKilledIT {

    private static final int FILES = 10;

    @TempDir
    private Path folder;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcClient jdbc;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private org.springframework.context.ApplicationContext portal;

    private final String run = UUID.randomUUID().toString();

    @BeforeEach
    void files() throws IOException {
        Partners.arePresent(portal);
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve("Paper_%02d.txt".formatted(i)), "Words %d of %s".formatted(i, run));
        }
        // One that goes in pieces
        byte[] large = new byte[17 << 20];
        java.util.Arrays.fill(large, (byte) ' ');
        System.arraycopy(run.getBytes(StandardCharsets.US_ASCII), 0, large, 0, run.length());
        Files.write(folder.resolve("Large.txt"), large);
        Files.writeString(
                folder.resolve("list.csv"),
                "path,title,topics\n"
                        + String.join(
                                "\n",
                                IntStream.range(0, FILES)
                                        .mapToObj(i -> "Paper_%02d.txt,Paper %d of %s,road-safety".formatted(i, i, run))
                                        .toList()));
    }

    private Process begin() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                ImportFolder.class.getName(),
                folder.toString(),
                "--metadata",
                folder.resolve("list.csv").toString(),
                "--name",
                run);
        builder.environment().put("PORTAL_URL", PortalServices.portalUrl());
        builder.environment()
                .put("PORTAL_OIDC_ISSUER", PortalServices.keycloakUrl() + "/realms/" + PortalServices.REALM);
        return builder.redirectErrorStream(true).start();
    }

    /** Killed once it has told of so many files; two are always on their way then. */
    private void killedAfter(int files) throws IOException, InterruptedException {
        Process process = begin();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int told = 0;
            for (String line = out.readLine(); line != null && told < files; line = out.readLine()) {
                told += line.contains("ADDED") || line.contains("UNCHANGED") ? 1 : 0;
            }
            process.destroyForcibly().waitFor();
            assertThat(told).isEqualTo(files);
        }
    }

    @Test
    void everyFileIsInOnceHoweverOftenItWasKilled() throws Exception {
        killedAfter(1);
        killedAfter(5);
        Process last = begin();
        String out = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(last.waitFor()).as(out).isZero();
        List<Integer> versions = jdbc.sql("SELECT d.current_number FROM document d JOIN document_reference r"
                        + " ON r.document_id = d.id WHERE r.reference LIKE ? AND d.state = 'PUBLISHED'")
                .param(run + "/%")
                .query(Integer.class)
                .list();
        assertThat(versions).as(out).hasSize(FILES + 1).containsOnly(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM document WHERE title LIKE ?")
                        .param("Paper % of " + run)
                        .query(Integer.class)
                        .single())
                .isEqualTo(FILES);
        Files.writeString(folder.resolve("Paper_00.txt"), "Other words of " + run);
        Process changed = begin();
        String again = new String(changed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(changed.waitFor()).as(again).isZero();
        assertThat(again).contains("NEW_VERSION=1", "UNCHANGED=" + FILES);
    }
}
