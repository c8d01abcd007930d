package org.safercommunities.portal.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Places that an agency is sure of, and the most that it may have.
 *
 * @param agency slug
 * @param mode null for the room when the session has one, else online
 * @param minimum kept for this agency until {@code releaseAt}; 0 for none
 * @param maximum null for no limit
 * @param releaseAt when what is left of the minimum is open to all; null for when booking closes
 */
public record Allocation(
        String agency,
        @Nullable Mode mode,
        int minimum,
        @Nullable Integer maximum,
        @Nullable Instant releaseAt) {

    public Allocation {
        InvalidEvent.unless(
                minimum >= 0 && (maximum == null || maximum >= Math.max(1, minimum)),
                "allocations",
                "Enter a minimum of at least 0 and a maximum that is no smaller, for %s".formatted(agency));
        KentTime.unlessInCalendar(releaseAt, "allocations");
    }
}
