package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for access as administrators see it.
 *
 * @param answer why it was declined, in the administrator's words
 * @param person who came of it
 */
public record AccessRequestSummary(
        UUID id,
        String email,
        String name,
        String organisation,
        String reason,
        Instant asked,
        AccessRequestState state,
        @Nullable String answer,
        @Nullable Instant answered,
        @Nullable UUID answeredBy,
        @Nullable UUID person) {

    public boolean open() {
        return state == AccessRequestState.OPEN;
    }
}
