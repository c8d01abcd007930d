package org.safercommunities.portal.devtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** A part that is started again when it dies, unless it keeps dying. */
final class Watched {

    private static final int RESTARTS = 3;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final String name;
    private final String file;
    private final Supplier<Process> process;
    private final Runnable start;
    private final Deque<Instant> restarts = new ArrayDeque<>();

    /** @param file under which its process number is noted */
    Watched(String name, String file, Supplier<Process> process, Runnable start) {
        this.name = name;
        this.file = file;
        this.process = process;
        this.start = start;
    }

    String name() {
        return name;
    }

    String file() {
        return file;
    }

    Process process() {
        return process.get();
    }

    boolean isAlive() {
        return process().isAlive();
    }

    boolean mayRestart() {
        Instant now = Instant.now();
        while (!restarts.isEmpty() && restarts.getFirst().isBefore(now.minus(WITHIN))) {
            restarts.removeFirst();
        }
        return restarts.size() < RESTARTS;
    }

    void start() {
        restarts.addLast(Instant.now());
        start.run();
    }
}
