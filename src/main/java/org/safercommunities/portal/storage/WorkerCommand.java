package org.safercommunities.portal.storage;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.safercommunities.portal.storage.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * How a worker is started: the same Java, the same classes, but little memory, low priority, no environment (so no
 * password of ours), no network where the system lets an ordinary user give it up, and its own empty folder.
 */
final class WorkerCommand {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerCommand.class);
    private static final String BOOT_ARCHIVE = "nested:";

    /** Room for what Java needs beside the heap: code, stacks, buffers of pictures, the archive of shared classes. */
    private static final long ADDRESS_SPACE_BESIDE_HEAP_KB = 3L * 1024 * 1024;

    private final DataSize heap;
    private final DataSize room;
    private final Path fonts;
    private final List<String> wrapping;

    /** @param fonts a folder in which workers remember what fonts there are, which takes long to find out */
    WorkerCommand(DataSize heap, DataSize room, Path fonts) {
        this.heap = heap;
        this.room = room;
        this.fonts = fonts;
        this.wrapping = wrapping();
    }

    /** @param home an empty folder, the only place it is meant to write to */
    ProcessBuilder in(Path home) {
        List<String> command = new ArrayList<>(wrapping);
        command.addAll(limits());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions(home));
        URL source = Objects.requireNonNull(
                Worker.class.getProtectionDomain().getCodeSource().getLocation(), "no code source");
        command.addAll(mainClass(source.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", home.toString());
        environment.put("TMPDIR", home.toString());
        return builder;
    }

    private static List<String> wrapping() {
        List<String> wrapping = new ArrayList<>();
        addWhenItRuns(wrapping, "/usr/bin/nice", "-n", "10");
        addWhenItRuns(wrapping, "/usr/bin/ionice", "-c", "2", "-n", "7");
        addWhenItRuns(wrapping, "/usr/bin/setpriv", "--no-new-privs");
        if (!addWhenItRuns(wrapping, "/usr/bin/unshare", "--user", "--map-root-user", "--net")) {
            LOG.info("Workers cannot be cut off from the network here: this system has no user namespaces for us");
        }
        return List.copyOf(wrapping);
    }

    private static boolean addWhenItRuns(List<String> wrapping, String... command) {
        if (!Files.isExecutable(Path.of(command[0])) || !Files.isExecutable(Path.of("/bin/true"))) {
            return false;
        }
        List<String> trial = new ArrayList<>(List.of(command));
        trial.add("/bin/true");
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            if (process.exitValue() == 0) {
                wrapping.addAll(List.of(command));
                return true;
            }
        } catch (IOException notHere) {
            LOG.debug("{} does not run here", command[0], notHere);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Limits of the operating system: no core files, no file larger than the room, memory beside the heap. */
    private List<String> limits() {
        long blocks = room.toBytes() / 512;
        long addressSpace = heap.toKilobytes() + ADDRESS_SPACE_BESIDE_HEAP_KB;
        String script = "ulimit -c 0; ulimit -f " + blocks + "; ulimit -v " + addressSpace + "; exec \"$@\"";
        return List.of("/bin/sh", "-c", script, "sh");
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
