package org.safercommunities.portal.notifications;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The lanes of one kind that a node runs, each in a thread of its own. */
final class Lanes {

    private static final Duration STOP_PATIENCE = Duration.ofMillis(2500);

    private final MailBell bell;
    private final Thread.Builder threads;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Thread> running = new ArrayList<>();

    /** Takes up mail until it is stopped. */
    interface Lane extends Runnable {

        /** Ends after the mail in hand; ring the bell for all, so that a lane that waits notices. */
        void stop();
    }

    /** @param bell that wakes these lanes */
    Lanes(MailBell bell, Thread.Builder threads) {
        this.bell = bell;
        this.threads = threads;
    }

    synchronized void start(int wanted, Supplier<Lane> fresh) {
        while (lanes.size() < wanted) {
            Lane lane = fresh.get();
            lanes.add(lane);
            running.add(threads.start(lane));
        }
    }

    synchronized void stop() {
        lanes.forEach(Lane::stop);
        bell.ringForAll();
        long end = System.nanoTime() + STOP_PATIENCE.toNanos();
        try {
            for (Thread thread : running) {
                // What hangs is left as it is: found in SENDING later, it counts as uncertain
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.clear();
        running.clear();
    }

    synchronized boolean isRunning() {
        return !lanes.isEmpty();
    }
}
