package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the places of an event stand, in numbers, for those who run it. */
public record DeskTally(List<OfPool> pools, List<OfAgency> agencies) {

    /** One way of taking part in one session. */
    public record OfPool(
            long pool,
            UUID session,
            String sessionTitle,
            Instant start,
            Mode mode,
            int capacity,
            int confirmed,
            int offered,
            int awaiting,
            int waiting) {

        public int taken() {
            return confirmed + offered + awaiting;
        }

        public int free() {
            return Math.max(0, capacity - taken());
        }
    }

    /**
     * One agency, over all sessions.
     *
     * @param kept places that are kept for it and not taken up yet
     * @param released when the first of them open to all; null for when booking closes
     */
    public record OfAgency(
            String agency,
            String name,
            int inRoom,
            int online,
            int waiting,
            int kept,
            @Nullable Instant released) {

        public int all() {
            return inRoom + online + waiting;
        }
    }

    public DeskTally {
        pools = List.copyOf(pools);
        agencies = List.copyOf(agencies);
    }

    public int waiting() {
        return pools.stream().mapToInt(OfPool::waiting).sum();
    }

    public int awaiting() {
        return pools.stream().mapToInt(OfPool::awaiting).sum();
    }

    public int confirmed() {
        return pools.stream().mapToInt(OfPool::confirmed).sum();
    }

    /** Everything that lives: what a cancellation ends. */
    public int live() {
        return pools.stream().mapToInt(each -> each.taken() + each.waiting()).sum();
    }
}
