package org.safercommunities.portal.storage;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.safercommunities.portal.storage.worker.Worker;
import org.springframework.util.unit.DataSize;

/**
 * How a worker is started: the same Java, the same classes, but little memory, low priority, no environment (so no
 * password of ours), no network where the system lets an ordinary user give it up, and its own empty folder.
 */
final class WorkerCommand {

    private static final String BOOT_ARCHIVE = "nested:";

    /** What Java needs beside the heap: code, stacks, buffers of pictures, the archive of shared classes. */
    private static final long BESIDE_HEAP = 3L * 1024 * 1024 * 1024;

    private final Confinement confinement = Confinement.ofThisSystem();
    private final DataSize heap;
    private final DataSize room;
    private final Path fonts;

    /** @param fonts a folder in which workers remember what fonts there are, which takes long to find out */
    WorkerCommand(DataSize heap, DataSize room, Path fonts) {
        this.heap = heap;
        this.room = room;
        this.fonts = fonts;
    }

    /** @param home an empty folder, the only place it is meant to write to */
    ProcessBuilder in(Path home) {
        List<String> command = new ArrayList<>(confinement.before(room, heap.toBytes() + BESIDE_HEAP));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions(home));
        URL source = Objects.requireNonNull(
                Worker.class.getProtectionDomain().getCodeSource().getLocation(), "no code source");
        command.addAll(mainClass(source.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        Confinement.clearEnvironment(builder, home);
        return builder;
    }

    private List<String> javaOptions(Path home) {
        return List.of(
                "-Xmx" + heap.toMegabytes() + "m",
                "-Xms32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+DisableAttachMechanism",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Xlog:disable",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Duser.home=" + home,
                "-Djava.io.tmpdir=" + home,
                "-Dpdfbox.fontcache=" + fonts,
                "-Dlogback.configurationFile=storage/worker-logback.xml",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                // No names resolve and every plain connection goes to a proxy that is not there
                "-Djdk.net.hosts.file=/dev/null",
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=9",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=");
    }

    /** From the packed archive through Spring Boot's launcher, else with the class path that we ourselves run on. */
    static List<String> mainClass(String place) {
        int nested = place.indexOf(BOOT_ARCHIVE);
        if (nested >= 0) {
            String archive = place.substring(nested + BOOT_ARCHIVE.length(), place.indexOf("/!", nested));
            return List.of(
                    "-cp",
                    archive,
                    "-Dloader.main=" + Worker.class.getName(),
                    "org.springframework.boot.loader.launch.PropertiesLauncher");
        }
        return List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName());
    }
}
