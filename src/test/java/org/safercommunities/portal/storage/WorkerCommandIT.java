package org.safercommunities.portal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.storage.worker.Reading;
import org.safercommunities.portal.storage.worker.Wire;
import org.springframework.util.unit.DataSize;

/** How workers begin and end. */
class WorkerCommandIT {

    @TempDir
    Path folder;

    @Test
    void aWorkerEndsWithThePortalEvenInTheMiddleOfAFileThatHangs() throws Exception {
        Path endless = Files.write(folder.resolve("endless.pdf"), HostileFiles.pdfWithoutEnd());
        Process worker = command().in(home()).start();
        try (DataOutputStream out = new DataOutputStream(worker.getOutputStream());
                DataInputStream in = new DataInputStream(worker.getInputStream())) {
            Wire.readReady(in);
            Wire.writeRequest(out, new Wire.Inspect(endless.toString(), 600, "endless.pdf", 1000));
            assertThat(worker.waitFor(1, TimeUnit.SECONDS)).isFalse();
        }

        // Its input has ended, as when the portal is killed
        assertThat(worker.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aWorkerEndsItselfShouldNobodyKillItInTime() throws Exception {
        Path endless = Files.write(folder.resolve("endless.pdf"), HostileFiles.pdfWithoutEnd());
        Process worker = command().in(home()).start();
        try (DataOutputStream out = new DataOutputStream(worker.getOutputStream());
                DataInputStream in = new DataInputStream(worker.getInputStream())) {
            Wire.readReady(in);
            Wire.writeRequest(out, new Wire.Inspect(endless.toString(), 1, "endless.pdf", 1000));

            assertThat(worker.onExit()).succeedsWithin(Duration.ofSeconds(20));
        } finally {
            worker.destroyForcibly();
        }
    }

    @Test
    void aWorkerStartsFromThePackedArchiveToo() throws Exception {
        Path archive = archive();
        ProcessBuilder builder = command().in(home());
        List<String> command = builder.command();
        int options = command.indexOf("-cp");
        List<String> packed = Stream.concat(
                        command.subList(0, options).stream(),
                        WorkerCommand.mainClass("jar:nested:" + archive + "/!BOOT-INF/classes/!/").stream())
                .toList();
        Process worker = builder.command(packed).start();
        try (DataOutputStream out = new DataOutputStream(worker.getOutputStream());
                DataInputStream in = new DataInputStream(worker.getInputStream())) {
            Wire.readReady(in);
            Path file = Files.write(folder.resolve("minutes.docx"), HostileFiles.wordSaying("From the archive"));
            Wire.writeRequest(out, new Wire.Inspect(file.toString(), 60, "minutes.docx", 1000));
            Reading reading = Wire.readReading(in, 1000);

            assertThat(reading.text()).isEqualTo("From the archive");
        } finally {
            worker.destroyForcibly();
        }
    }

    /** Built by the package phase, which comes before these tests in a whole build. */
    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            Path archive = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElse(null);
            assumeTrue(archive != null, "The application is not packed yet");
            return java.util.Objects.requireNonNull(archive).toAbsolutePath();
        }
    }

    private WorkerCommand command() {
        return new WorkerCommand(DataSize.ofMegabytes(256), DataSize.ofMegabytes(200), folder);
    }

    private Path home() throws IOException {
        return Files.createTempDirectory(folder, "worker-");
    }
}
