package org.safercommunities.portal.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** How busy the machine is while something is measured: what is measured on a busy one is worth less. */
public final class LoadAverage implements AutoCloseable {

    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

    private final double before = SYSTEM.getSystemLoadAverage();
    private double least = before;
    private double most = before;
    private volatile boolean ended;

    public LoadAverage() {
        Thread.ofPlatform().daemon().start(() -> {
            while (!ended) {
                look();
                LockSupport.parkNanos(5_000_000_000L);
            }
        });
    }

    private synchronized void look() {
        double now = SYSTEM.getSystemLoadAverage();
        least = Math.min(least, now);
        most = Math.max(most, now);
    }

    /** What the system says of the last minute, before and meanwhile. */
    @Override
    public synchronized String toString() {
        return String.format(Locale.UK, "%.1f before, %.1f to %.1f meanwhile", before, least, most);
    }

    @Override
    public void close() {
        ended = true;
    }
}
