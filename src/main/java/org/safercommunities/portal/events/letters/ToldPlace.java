package org.safercommunities.portal.events.letters;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.Venue;

/**
 * A place that a letter tells of, as it stands when the letter is written.
 *
 * @param before the state that it had before this one; null for a new place
 * @param actor who brought it to this state; null for the portal
 * @param position in the waiting list, from 1; 0 for those who do not wait
 */
record ToldPlace(
        UUID id,
        UUID session,
        String sessionTitle,
        Instant start,
        Instant end,
        Venue venue,
        Mode mode,
        PlaceState state,
        @Nullable PlaceState before,
        @Nullable UUID actor,
        int position,
        @Nullable Instant lapsesAt,
        @Nullable String reason,
        Instant changedAt) {

    boolean is(PlaceState asked) {
        return state == asked;
    }
}
