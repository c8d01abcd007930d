package org.safercommunities.portal.search;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the index up with the database, on a thread of its own: compares the two when the portal starts, then indexes what is
 * pending whenever somebody says so and, for what a killed process left behind, twice a minute.
 */
@Component
class Indexer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Indexer.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private final PendingEntries pending;
    private final Reconciliation reconciliation;
    private final Abbreviations abbreviations;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean work;
    private volatile SearchStatus status = new SearchStatus(true, false);

    @Nullable
    private volatile Thread thread;

    Indexer(PendingEntries pending, Reconciliation reconciliation, Abbreviations abbreviations) {
        this.pending = pending;
        this.reconciliation = reconciliation;
        this.abbreviations = abbreviations;
    }

    SearchStatus status() {
        return status;
    }

    /** Something was committed that the index does not hold yet. Returns at once. */
    void wake() {
        lock.lock();
        try {
            work = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        status = new SearchStatus(true, false);
        Thread starting = Thread.ofPlatform().name("search-indexer").daemon().unstarted(this::run);
        // Known before it runs, since it ends when it is not the one
        thread = starting;
        starting.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        wake();
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(2));
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Last to start and first to stop: it needs the database and whoever writes to it does not need it. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }

    private void run() {
        boolean compared = false;
        while (wanted()) {
            Duration pause = BETWEEN_LOOKS;
            try {
                if (!compared) {
                    reconciliation.run();
                    compared = true;
                }
                abbreviations.load();
                boolean more = true;
                while (more && wanted()) {
                    more = pending.indexSome() > 0;
                }
                status = new SearchStatus(!compared, false);
            } catch (RuntimeException failed) {
                if (!wanted()) {
                    return;
                }
                log.error("The search index could not be brought up to date; it will be tried again", failed);
                status = new SearchStatus(status.catchingUp(), true);
                pause = AFTER_TROUBLE;
            }
            await(pause);
        }
    }

    private boolean wanted() {
        return thread == Thread.currentThread();
    }

    private void await(Duration longest) {
        lock.lock();
        try {
            long nanos = longest.toNanos();
            while (!work && nanos > 0 && wanted()) {
                nanos = changed.awaitNanos(nanos);
            }
            work = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
