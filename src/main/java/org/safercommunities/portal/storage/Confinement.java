package org.safercommunities.portal.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * Takes from a process what it does not need to read a file, as far as the system lets an ordinary user: the network,
 * priority over the portal, new rights, our environment with its passwords, and memory and disk without end.
 */
final class Confinement {

    private static final Logger LOG = LoggerFactory.getLogger(Confinement.class);
    private static final Path TRUE = Path.of("/bin/true");

    private static final class OfThisSystem {
        private static final Confinement FOUND = new Confinement();
    }

    private final List<String> wrapping = new ArrayList<>();

    private Confinement() {
        addWhenItRuns("/usr/bin/nice", "-n", "10");
        addWhenItRuns("/usr/bin/ionice", "-c", "2", "-n", "7");
        addWhenItRuns("/usr/bin/setpriv", "--no-new-privs");
        if (!addWhenItRuns("/usr/bin/unshare", "--user", "--map-root-user", "--net")) {
            LOG.warn(
                    "Files are read by processes that are not cut off from the network: this system gives us no user namespaces");
        }
    }

    /** Found out once, by trying. */
    static Confinement ofThisSystem() {
        return OfThisSystem.FOUND;
    }

    /**
     * What goes before a command.
     *
     * @param largestFile that it may write
     * @param addressSpace in bytes
     */
    List<String> before(DataSize largestFile, long addressSpace) {
        List<String> command = new ArrayList<>(wrapping);
        String script = "ulimit -c 0; ulimit -f " + largestFile.toBytes() / 512 + "; ulimit -v " + addressSpace / 1024
                + "; exec \"$@\"";
        command.addAll(List.of("/bin/sh", "-c", script, "sh"));
        return command;
    }

    static void clearEnvironment(ProcessBuilder builder, Path home) {
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", home.toString());
        environment.put("TMPDIR", home.toString());
    }

    private boolean addWhenItRuns(String... command) {
        if (!Files.isExecutable(Path.of(command[0])) || !Files.isExecutable(TRUE)) {
            return false;
        }
        List<String> trial = new ArrayList<>(List.of(command));
        trial.add(TRUE.toString());
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
}
