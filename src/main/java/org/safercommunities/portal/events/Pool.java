package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The places of one session for one way of taking part, as they stand while the transaction holds them.
 *
 * @param taken confirmed, offered, or awaiting approval
 * @param kept what is kept for agencies, and the most that each may have
 */
record Pool(long id, UUID session, Mode mode, int capacity, int taken, List<Kept> kept) {

    /**
     * @param taken how many places of the pool the agency holds
     * @param releaseAt null for never, that is when booking closes
     */
    record Kept(
            String agency,
            int minimum,
            @Nullable Integer maximum,
            @Nullable Instant releaseAt,
            int taken) {

        /** Places that nobody else may have now. */
        int stillKept(Instant now) {
            boolean released = releaseAt != null && !now.isBefore(releaseAt);
            return released ? 0 : Math.max(0, minimum - taken);
        }

        private Kept with(String of, int more) {
            return agency.equals(of) ? new Kept(agency, minimum, maximum, releaseAt, taken + more) : this;
        }
    }

    Pool {
        kept = List.copyOf(kept);
    }

    /**
     * How many places somebody of this agency could have now: free, not kept for others, below the agency’s maximum. Where more
     * is kept than is free (it was set when places had gone already), each agency may have of the free ones what is kept for it.
     */
    int openTo(String agency, Instant now) {
        int free = capacity - taken;
        int keptForOthers = 0;
        int keptForThem = 0;
        int most = free;
        for (Kept each : kept) {
            if (!each.agency().equals(agency)) {
                keptForOthers += each.stillKept(now);
                continue;
            }
            keptForThem = each.stillKept(now);
            if (each.maximum() != null) {
                most = each.maximum() - each.taken();
            }
        }
        int open = Math.min(most, Math.max(free - keptForOthers, Math.min(free, keptForThem)));
        // A maximum may be lower than what an agency had before it was set
        return Math.max(0, open);
    }

    /** Whether a place that this agency gets now is one of those kept for it. */
    boolean isOwed(String agency, Instant now) {
        return kept.stream().anyMatch(each -> each.agency().equals(agency) && each.stillKept(now) > 0);
    }

    /** The pool after an agency has taken so many more (or given back, when negative). */
    Pool with(String agency, int more) {
        List<Kept> changed = new ArrayList<>(kept.size());
        kept.forEach(each -> changed.add(each.with(agency, more)));
        return new Pool(id, session, mode, capacity, taken + more, changed);
    }

    boolean isFull() {
        return taken >= capacity;
    }
}
