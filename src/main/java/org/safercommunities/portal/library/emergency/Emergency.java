package org.safercommunities.portal.library.emergency;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time that somebody opened a document in an emergency.
 *
 * @param person who opened it
 * @param name of that person
 * @param reason as they gave it
 * @param until when it ends by itself
 * @param endedAt when it was ended before that
 * @param reviewer who looked at it afterwards; null for as long as nobody has
 * @param right what they found: whether it was right
 * @param review in their words
 */
public record Emergency(
        UUID id,
        UUID document,
        UUID person,
        String name,
        String reason,
        Instant openedAt,
        Instant until,
        @Nullable Instant endedAt,
        @Nullable UUID reviewer,
        @Nullable Boolean right,
        @Nullable String review) {

    /** Whether the document is open to them at this moment. */
    public boolean lasts(Instant now) {
        return endedAt == null && until.isAfter(now);
    }

    public boolean isReviewed() {
        return reviewer != null;
    }

    /** When it was over, or will be. */
    public Instant end() {
        return endedAt == null ? until : endedAt;
    }
}
