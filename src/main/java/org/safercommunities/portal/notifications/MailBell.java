package org.safercommunities.portal.notifications;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Wakes the lanes of this node when there is mail, so that none waits for the next look into the table. One ring wakes one lane, and
 * of the lanes that wait only one looks now and then.
 */
@Component
class MailBell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Condition over = lock.newCondition();
    private long rings;
    private long answered;
    private long lastLook = System.nanoTime();

    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes all who wait or rest, so that they notice that they are to stop. */
    void ringForAll() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
            over.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it has been rung; ask before looking for mail, so that no ring in between is missed. */
    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /** For a lane that has looked, after so many rings, and found nothing. */
    void foundNothing(long heard) {
        lock.lock();
        try {
            answered = Math.max(answered, heard);
            lastLook = System.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns true when the lane is to look again: at a ring that nobody has answered yet, or when no lane has looked for so long.
     * Returns false when it has waited for so long and need not look, since another does.
     */
    boolean await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long end = System.nanoTime() + patience.toNanos();
            while (true) {
                long now = System.nanoTime();
                if (rings > answered) {
                    return true;
                }
                if (now - lastLook >= patience.toNanos()) {
                    lastLook = now;
                    return true;
                }
                if (now >= end) {
                    return false;
                }
                rung.awaitNanos(Math.min(end, lastLook + patience.toNanos()) - now);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns after the time, or once all are woken and it is to end. Rings for mail do not disturb. */
    void rest(Duration time, BooleanSupplier ends) throws InterruptedException {
        long left = time.toNanos();
        lock.lock();
        try {
            while (left > 0 && !ends.getAsBoolean()) {
                left = over.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
