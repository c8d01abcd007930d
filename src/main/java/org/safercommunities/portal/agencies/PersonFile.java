package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of where a person belongs.
 *
 * @param agencyName the name of their agency; of their last one when they have left
 * @param stays in agencies, the newest first
 * @param groups names by slug
 */
public record PersonFile(PersonSummary person, String agencyName, List<Stay> stays, Map<String, String> groups) {

    /** @param endReason as whoever ended it wrote */
    public record Stay(
            String agency,
            String agencyName,
            Instant since,
            @Nullable Instant ended,
            @Nullable String endReason) {}
}
