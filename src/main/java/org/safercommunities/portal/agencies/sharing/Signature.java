package org.safercommunities.portal.agencies.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agency's signature of a version.
 *
 * @param by who signed, for the agency
 * @param until the first moment at which it does not hold any more; null when it has no end
 */
public record Signature(
        UUID id,
        String agency,
        String version,
        LocalDate on,
        String by,
        @Nullable Instant until) {

    boolean holdsAt(Instant moment) {
        return until == null || until.isAfter(moment);
    }
}
