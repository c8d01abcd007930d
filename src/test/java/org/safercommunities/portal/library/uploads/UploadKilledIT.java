package org.safercommunities.portal.library.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.springframework.beans.factory.annotation.Autowired;

/** An upload on whose way the process that receives it is killed, again and again. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class UploadKilledIT {

    private static final long LENGTH = 256L * 1000 * 1000 + 13;
    private static final int KILLS = 3;

    @Autowired
    private UploadTable table;

    @Test
    void afterThreeKillsTheBytesAreThoseThatWereSent() throws Exception {
        Path folder = PortalServices.folder().resolve("killed-" + UUID.randomUUID());
        Upload upload = begun(folder);
        Random random = new Random();
        long before = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long killAt = LENGTH * kill / (KILLS + 1) + random.nextInt(10_000_000);
            try (Node node = new Node(folder)) {
                long from = node.takeOn(upload.id());
                assertThat(from).as("goes on, not from the start").isGreaterThanOrEqualTo(before);
                node.killWhenAt(killAt);
            }
            before = table.received(upload.id());
            assertThat(before).as("safe after kill %d", kill).isGreaterThan(0);
            // What lies behind the last safe byte is cut off, whatever it is
            assertThat(Files.size(folder.resolve("parts").resolve(upload.id() + ".part")))
                    .isGreaterThanOrEqualTo(before);
        }
        try (Node node = new Node(folder)) {
            assertThat(node.takeOn(upload.id())).isEqualTo(before);
            assertThat(node.sha256()).isEqualTo(expected());
        }
        table.delete(upload.id());
        Files.delete(folder.resolve("parts").resolve(upload.id() + ".part"));
    }

    private Upload begun(Path folder) throws IOException {
        UUID id = UUID.randomUUID();
        Upload upload = new Upload(
                id,
                UUID.randomUUID(),
                Upload.Purpose.HELD,
                null,
                "big.bin",
                null,
                "",
                LENGTH,
                0,
                null,
                false,
                Instant.now().plusSeconds(3600));
        UploadNode.parts(folder).begin(id, LENGTH);
        table.insert(upload, null, Instant.now());
        return upload;
    }

    private static String expected() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (DigestInputStream bytes = new DigestInputStream(new GeneratedBytes(0, LENGTH), digest)) {
            bytes.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static final class Node implements AutoCloseable {
        private final Process process;
        private final BufferedReader out;

        Node(Path folder) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-XX:+UseSerialGC",
                            UploadNode.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            Map<String, String> environment = builder.environment();
            environment.putAll(PortalServices.variables());
            environment.put("UPLOAD_FOLDER", folder.toString());
            environment.put("CLASSPATH", System.getProperty("java.class.path"));
            process = builder.start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        long takeOn(UUID upload) throws IOException {
            process.getOutputStream().write("%s %d%n".formatted(upload, LENGTH).getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return Long.parseLong(after("from "));
        }

        void killWhenAt(long bytes) throws IOException {
            long at = 0;
            while (at < bytes) {
                at = Long.parseLong(after("at "));
            }
            process.destroyForcibly();
        }

        String sha256() throws IOException {
            return after("all ");
        }

        private String after(String word) throws IOException {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(word)) {
                    return line.substring(word.length());
                }
            }
            throw new IOException("the process ended without saying “" + word + "…”");
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
