package org.safercommunities.portal.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.storage.worker.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few warm workers and the queue before them. Calls block; they are meant for virtual threads. A worker is started when it
 * is first needed, and again after one had to be killed.
 */
final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final StorageProperties.Worker settings;
    private final WorkerCommand command;
    private final Path work;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Workers(int count, StorageProperties.Worker settings, Path work) {
        this.settings = settings;
        this.work = work;
        this.places = new Semaphore(count, true);
        this.command = new WorkerCommand(settings.heap(), settings.room(), fonts(work));
    }

    /**
     * @throws WorkerDied when this file did a worker in; when we do not know why, only after a second try with another one
     * @throws Busy when too many wait already
     */
    <R> R call(Wire.Request request, WorkerProcess.Answer<R> answer) throws WorkerDied {
        enter();
        try {
            try {
                return once(request, answer);
            } catch (WorkerDied died) {
                if (died.why() != WorkerDied.Cause.BROKEN
                        || Thread.currentThread().isInterrupted()
                        || closed) {
                    throw died;
                }
                // Somebody or the system may have killed it, which says nothing about the file
                return once(request, answer);
            }
        } finally {
            places.release();
        }
    }

    private static Path fonts(Path work) {
        Path fonts = work.resolveSibling("fonts");
        try {
            return Files.createDirectories(fonts);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int limitSeconds() {
        return (int) Math.max(1, settings.timeLimit().toSeconds());
    }

    /** Of the living workers. */
    Set<Long> pids() {
        Set<Long> pids = ConcurrentHashMap.newKeySet();
        all.stream().filter(WorkerProcess::isAlive).forEach(worker -> pids.add(worker.pid()));
        return pids;
    }

    @Override
    public void close() {
        closed = true;
        all.forEach(WorkerProcess::kill);
        all.clear();
    }

    private void enter() {
        if (waiting.incrementAndGet() > settings.queue()) {
            waiting.decrementAndGet();
            throw new Busy();
        }
        try {
            places.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private <R> R once(Wire.Request request, WorkerProcess.Answer<R> answer) throws WorkerDied {
        WorkerProcess worker = take();
        boolean healthy = false;
        try {
            R result = worker.call(request, Duration.ofSeconds(limitSeconds()), answer);
            healthy = true;
            return result;
        } catch (WorkerDied died) {
            LOG.warn("A worker was lost over {}: {}", Path.of(request.path()).getFileName(), died.why());
            throw died;
        } finally {
            if (healthy && worker.files() < settings.recycle() && !closed) {
                giveBack(worker);
            } else {
                all.remove(worker);
                worker.kill();
            }
        }
    }

    private WorkerProcess take() {
        while (true) {
            WorkerProcess worker = idleOne();
            if (worker == null) {
                break;
            }
            if (worker.isAlive()) {
                return worker;
            }
            all.remove(worker);
            worker.kill();
        }
        WorkerProcess started =
                WorkerProcess.start(command, work, settings.room().toBytes());
        all.add(started);
        if (closed) {
            started.kill();
        }
        return started;
    }

    private @Nullable WorkerProcess idleOne() {
        synchronized (idle) {
            return idle.pollLast();
        }
    }

    private void giveBack(WorkerProcess worker) {
        synchronized (idle) {
            idle.addLast(worker);
        }
    }
}
