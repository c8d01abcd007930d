package org.safercommunities.portal.bench.bulletin;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** How much more is on the heap after a collection than at the beginning, at the most. */
final class HeapGrowth implements AutoCloseable {

    private final long before;
    private volatile long most;
    private volatile boolean ended;
    private final Thread watch;

    HeapGrowth() {
        System.gc();
        before = afterCollections();
        most = before;
        watch = Thread.ofPlatform().daemon().start(() -> {
            while (!ended) {
                most = Math.max(most, afterCollections());
                LockSupport.parkNanos(100_000_000);
            }
        });
    }

    long megabytes() {
        most = Math.max(most, afterCollections());
        return Math.max(0, most - before) >> 20;
    }

    private static long afterCollections() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(watch);
    }
}
