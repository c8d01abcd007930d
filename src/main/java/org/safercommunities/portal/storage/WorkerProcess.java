package org.safercommunities.portal.storage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.storage.worker.Wire;

/** One worker, from its start to its end. Used by one thread at a time. */
final class WorkerProcess {

    /** Reads the answer to a request; must not trust it. */
    @FunctionalInterface
    interface Answer<R> {
        R read(DataInputStream in) throws IOException;
    }

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /** How Java ends by {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Path home;
    private final long room;
    private final DataOutputStream out;
    private final DataInputStream in;
    private int files;

    private WorkerProcess(Process process, Path home, long room) {
        this.process = process;
        this.home = home;
        this.room = room;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 64 * 1024));
    }

    /** @param room in bytes, that it may take on disk */
    static WorkerProcess start(WorkerCommand command, Path work, long room) {
        try {
            Files.createDirectories(work);
            Path home = Files.createTempDirectory(work, "worker-");
            Path errors = home.resolveSibling(home.getFileName() + ".err");
            Process process = command.in(home).redirectError(errors.toFile()).start();
            WorkerProcess worker = new WorkerProcess(process, home, room);
            try {
                worker.watched(START_LIMIT, in -> {
                    Wire.readReady(in);
                    return true;
                });
            } catch (WorkerDied died) {
                throw new WorkerUnavailable(
                        "A process to read files in could not be started (" + died.why() + "): " + lastWords(errors),
                        died);
            } finally {
                Files.deleteIfExists(errors);
            }
            return worker;
        } catch (IOException failed) {
            throw new WorkerUnavailable("A process to read files in could not be started", failed);
        }
    }

    private static String lastWords(Path errors) throws IOException {
        if (!Files.exists(errors)) {
            return "";
        }
        try (InputStream words = Files.newInputStream(errors)) {
            return new String(words.readNBytes(4_000), StandardCharsets.UTF_8).strip();
        }
    }

    /** Blocks until the worker has answered or is dead. */
    <R> R call(Wire.Request request, Duration limit, Answer<R> answer) throws WorkerDied {
        files++;
        R result = watched(limit, reply -> {
            Wire.writeRequest(out, request);
            return answer.read(reply);
        });
        Leftovers.deleteBelow(home);
        return result;
    }

    int files() {
        return files;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** At once, with everything it may have started. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        Leftovers.delete(home);
    }

    private <R> R watched(Duration limit, Answer<R> answer) throws WorkerDied {
        Watch watch = new Watch(Thread.currentThread(), System.nanoTime() + limit.toNanos());
        Thread watching = Thread.ofVirtual().name("watch-worker").start(watch);
        try {
            R result = answer.read(in);
            watch.done.countDown();
            join(watching);
            if (watch.verdict != null) {
                // It answered in the same moment as it was killed: what it wrote may be cut, and it is gone
                throw new IOException("Killed while answering");
            }
            return result;
        } catch (IOException ended) {
            watch.done.countDown();
            join(watching);
            WorkerDied.Cause verdict = watch.verdict;
            kill();
            throw new WorkerDied(verdict != null ? verdict : causeOfEnd(), ended);
        }
    }

    private WorkerDied.Cause causeOfEnd() {
        return !process.isAlive() && process.exitValue() == OUT_OF_MEMORY
                ? WorkerDied.Cause.MEMORY
                : WorkerDied.Cause.BROKEN;
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills the worker when it is late, fills the disk, or nobody waits for it any more. */
    private final class Watch implements Runnable {
        private final CountDownLatch done = new CountDownLatch(1);
        private final Thread waiting;
        private final long deadline;
        private volatile WorkerDied.@Nullable Cause verdict;

        Watch(Thread waiting, long deadline) {
            this.waiting = waiting;
            this.deadline = deadline;
        }

        @Override
        public void run() {
            try {
                while (!done.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    WorkerDied.Cause cause = cause();
                    if (cause != null) {
                        verdict = cause;
                        process.descendants().forEach(ProcessHandle::destroyForcibly);
                        process.destroyForcibly();
                        return;
                    }
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private WorkerDied.@Nullable Cause cause() {
            if (System.nanoTime() - deadline > 0) {
                return WorkerDied.Cause.TIME;
            }
            if (Leftovers.sizeBelow(home) > room) {
                return WorkerDied.Cause.ROOM;
            }
            return waiting.isInterrupted() ? WorkerDied.Cause.BROKEN : null;
        }
    }
}
