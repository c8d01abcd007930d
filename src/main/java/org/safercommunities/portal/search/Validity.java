package org.safercommunities.portal.search;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a thing may be found.
 *
 * @param from the moment it first may be; null when it always might
 * @param until the moment from which it may not any more; null when there is none
 * @param staleFrom the day after which somebody should have looked whether it still holds: things past theirs come after others
 *     that fit as well; null when it does not age
 */
public record Validity(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable LocalDate staleFrom) {

    public static final Validity ALWAYS = new Validity(null, null, null);
}
