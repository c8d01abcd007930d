package org.safercommunities.portal.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Office files to PDF by LibreOffice, when it is installed beside the portal: in a confined process of its own with a fresh
 * profile and a time limit, killed with everything it started.
 */
final class OfficeConversion {

    static final String NOT_INSTALLED =
            "There is no preview of Office files here, because LibreOffice is not installed. Download the file to read it.";
    private static final String FAILED = "There is no preview, because this file could not be turned into pages.";

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/soffice"),
            Path.of("/usr/local/bin/soffice"),
            Path.of("/opt/libreoffice/program/soffice"));

    /** No macros, and nothing fetched that a document points to. */
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry">
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
            <prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
            <prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
            <item oor:path="/org.openoffice.Office.Common/Security/Scripting">
            <prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
            <item oor:path="/org.openoffice.Office.Writer/Content/Update">
            <prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
            <item oor:path="/org.openoffice.Office.Calc/Content/Update">
            <prop oor:name="Link" oor:op="fuse"><value>1</value></prop></item>
            </oor:items>
            """;

    private static final long ADDRESS_SPACE = 6L * 1024 * 1024 * 1024;

    private final @Nullable Path program;
    private final Path work;
    private final Duration limit;
    private final DataSize room;
    private final Confinement confinement = Confinement.ofThisSystem();

    /** One at a time: it is large. */
    private final Semaphore turn = new Semaphore(1, true);

    OfficeConversion(@Nullable Path program, Path work, StorageProperties.Worker settings) {
        this.program = program;
        this.work = work;
        this.limit = settings.timeLimit();
        this.room = settings.room();
        Leftovers.delete(work);
    }

    static OfficeConversion installed(Path work, StorageProperties.Worker settings) {
        Path found = PLACES.stream().filter(Files::isExecutable).findFirst().orElse(null);
        return new OfficeConversion(found, work, settings);
    }

    boolean isOffice(String mediaType) {
        return mediaType.startsWith("application/vnd.openxmlformats-officedocument.")
                || mediaType.startsWith("application/vnd.oasis.opendocument.")
                || mediaType.startsWith("application/vnd.ms-excel")
                || mediaType.startsWith("application/vnd.ms-powerpoint")
                || mediaType.startsWith("application/vnd.ms-word")
                || mediaType.equals("application/msword")
                || mediaType.equals("application/rtf");
    }

    boolean converts(String mediaType) {
        return program != null && isOffice(mediaType);
    }

    /** @return why there is no PDF; empty when it is at {@code target} */
    Optional<String> toPdf(Path file, String extension, Path target) {
        Path soffice = program;
        if (soffice == null) {
            return Optional.of(NOT_INSTALLED);
        }
        Path home = null;
        try {
            turn.acquire();
            try {
                Files.createDirectories(work);
                home = Files.createTempDirectory(work, "office-");
                // By its real type: a name is what LibreOffice goes by
                Path source = Files.copy(file, home.resolve("file" + extension));
                return run(soffice, home, source, target);
            } finally {
                turn.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (IOException failed) {
            return Optional.of(FAILED);
        } finally {
            if (home != null) {
                Leftovers.delete(home);
            }
        }
    }

    private static Path profile(Path home) throws IOException {
        Path profile = home.resolve("profile");
        Files.createDirectories(profile.resolve("user"));
        Files.writeString(profile.resolve("user/registrymodifications.xcu"), SETTINGS);
        return profile;
    }

    private Optional<String> run(Path soffice, Path home, Path source, Path target)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(confinement.before(room, ADDRESS_SPACE));
        command.addAll(List.of(
                soffice.toString(),
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--nodefault",
                "-env:UserInstallation=" + profile(home).toUri(),
                "--convert-to",
                "pdf",
                "--outdir",
                home.resolve("out").toString(),
                source.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        Confinement.clearEnvironment(builder, home);
        builder.environment().put("PATH", "/usr/bin:/bin");
        Process process = builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of("There is no preview, because turning this file into pages takes too long.");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        try (Stream<Path> made =
                Files.isDirectory(home.resolve("out")) ? Files.list(home.resolve("out")) : Stream.of()) {
            Path pdf = made.filter(Files::isRegularFile).findFirst().orElse(null);
            if (pdf == null) {
                return Optional.of(FAILED);
            }
            Files.createDirectories(target.getParent());
            Files.move(pdf, target, StandardCopyOption.ATOMIC_MOVE);
            return Optional.empty();
        }
    }
}
