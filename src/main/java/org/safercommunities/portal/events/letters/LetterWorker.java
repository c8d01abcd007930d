package org.safercommunities.portal.events.letters;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.EventNotices;
import org.safercommunities.portal.shared.AdminWarning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Has letters written right after the commit that noted them, in a thread of this node and not in that of whoever booked; and every
 * few seconds in any case, for notes that a node left behind. When hundreds book at once, those who book come first: while
 * more is being noted, the worker rests after each few letters for longer than they took.
 */
@Component
class LetterWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LetterWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(2);

    /** How much longer it rests than it works. */
    private static final int RESTS = 8;

    private final EventLetters letters;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread thread;

    LetterWorker(EventLetters letters) {
        this.letters = letters;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(EventNotices.Noted noted) {
        bell.release();
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            Thread fresh = Thread.ofVirtual().name("event-letters").unstarted(this::work);
            // Before it runs, for it asks whether it is the one
            thread = fresh;
            fresh.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread working = thread;
        thread = null;
        bell.release();
        LockSupport.unpark(working);
        if (working != null) {
            try {
                working.join(STOP_PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        while (isMine()) {
            bell.acquireUninterruptibly();
            bell.drainPermits();
            try {
                boolean more = true;
                while (more && isMine()) {
                    long began = System.nanoTime();
                    more = letters.writeSome();
                    if (bell.drainPermits() > 0) {
                        more = true;
                        rest(RESTS * (System.nanoTime() - began));
                    }
                }
            } catch (RuntimeException failure) {
                LOG.warn("Letters could not be written and are tried again", failure);
            }
        }
    }

    /** Ends early when the worker is stopped; that more has been noted does not end it. */
    private void rest(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        for (long left = nanoseconds; left > 0 && isMine(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Whether the worker was not stopped since this thread began. */
    private boolean isMine() {
        return Thread.currentThread().equals(thread);
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        private static final int MANY_ATTEMPTS = 8;

        @Bean
        Task<Void> writeEventLetters(LetterWorker worker) {
            return Tasks.recurring("event-letters", FixedDelay.of(EVERY))
                    .execute((instance, context) -> worker.bell.release());
        }

        @Bean
        AdminWarning lettersThatFail(NoticeRows notices) {
            return () -> {
                int failing = notices.failing(MANY_ATTEMPTS);
                return failing == 0
                        ? Optional.empty()
                        : Optional.of(new AdminWarning.Warning(
                                "Letters about events cannot be written.",
                                ("%d of them have failed again and again and are still tried; the portal’s log says why. The others "
                                                + "are sent.")
                                        .formatted(failing)));
            };
        }
    }
}
