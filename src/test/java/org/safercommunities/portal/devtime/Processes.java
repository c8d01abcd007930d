package org.safercommunities.portal.devtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: our own, and those that a killed run has left behind. */
public final class Processes {

    private Processes() {}

    /** Asks the process to end, and kills it when it has not done so in time. */
    public static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            endsWithin(process, Duration.ofSeconds(2));
        }
    }

    /** Kills a program whose work is not worth finishing, and those that it has started. */
    static void killWithChildren(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        endsWithin(process, Duration.ofSeconds(1));
    }

    /**
     * Stops every process that has exactly this argument in its command line. The argument names a folder of ours (like
     * {@code --datadir=…}), so that nobody else's process can be meant, whatever number a stale pid file holds.
     *
     * @return how many were found
     */
    public static int stopOrphans(String argument, Duration patience) {
        List<ProcessHandle> orphans = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> arguments(process).contains(argument))
                .toList();
        orphans.forEach(ProcessHandle::destroy);
        orphans.forEach(orphan -> stop(orphan, patience));
        return orphans.size();
    }

    /** Waits for the end of a process that should end by itself, and kills it when it does not. */
    static void await(Process process, Duration patience) {
        if (!endsWithin(process.toHandle(), patience)) {
            stop(process.toHandle(), Duration.ofSeconds(1));
            throw new IllegalStateException("It did not end within " + patience.toSeconds() + " s: "
                    + process.info().command().orElse("a process"));
        }
    }

    /** Between two looks at something that takes time. */
    static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }

    /** The command line of the process that has exactly this argument, which names a folder of ours; empty when none runs. */
    static List<String> argumentsOf(String argument) {
        return ProcessHandle.allProcesses()
                .map(Processes::arguments)
                .filter(arguments -> arguments.contains(argument))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> arguments(ProcessHandle process) {
        try {
            // ProcessHandle.Info cuts long command lines, and ours are long
            byte[] line = Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
            return Arrays.asList(new String(line, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return List.of(); // gone meanwhile, or somebody else's
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
