package org.safercommunities.portal.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a document, and for how long it is there.
 *
 * @param owner the person who is asked whether it still holds
 * @param visibleFrom embargo: the moment before which its audience does not see it, once it is published; null when at once
 * @param visibleUntil expiry: the moment from which its audience does not see it any more; null when never
 * @param disposeOn retention: the day from which it may be deleted for good, after approval; null when it is kept
 * @param retentionBasis why it is kept until then, for example the policy that says so
 */
public record DocumentTerm(
        UUID owner,
        @Nullable Instant visibleFrom,
        @Nullable Instant visibleUntil,
        @Nullable LocalDate disposeOn,
        @Nullable String retentionBasis) {

    private static final int BASIS = 300;

    public DocumentTerm {
        retentionBasis = retentionBasis == null || retentionBasis.isBlank() ? null : retentionBasis.strip();
        if (visibleFrom != null && visibleUntil != null && !visibleUntil.isAfter(visibleFrom)) {
            throw new InvalidDocument("visibleUntil", "Choose an end that is after the beginning");
        }
        if (retentionBasis != null && retentionBasis.length() > BASIS) {
            throw new InvalidDocument(
                    "retentionBasis", "Shorten the reason for keeping it to at most %d characters".formatted(BASIS));
        }
        if (disposeOn != null && retentionBasis == null) {
            throw new InvalidDocument(
                    "retentionBasis", "Say why it is kept until that day, for example the policy that says so");
        }
    }

    /** At once, for ever. */
    public static DocumentTerm of(UUID owner) {
        return new DocumentTerm(owner, null, null, null, null);
    }

    /** Whether its audience may see it at a moment, once it is published. */
    public boolean covers(Instant moment) {
        return (visibleFrom == null || !visibleFrom.isAfter(moment))
                && (visibleUntil == null || visibleUntil.isAfter(moment));
    }
}
