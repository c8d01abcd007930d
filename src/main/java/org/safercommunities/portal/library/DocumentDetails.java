package org.safercommunities.portal.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one document, for somebody who may see it.
 *
 * @param agency slug of the agency it is from
 * @param withdrawal null unless it was taken back
 * @param versions newest first
 * @param mayChange whether this person may change it, and read who did and who took it out
 */
public record DocumentDetails(
        UUID id,
        DocumentDescription description,
        String agency,
        UUID owner,
        DocumentState state,
        @Nullable Instant publishedAt,
        Instant createdAt,
        DocumentTerm term,
        @Nullable Withdrawal withdrawal,
        List<VersionSummary> versions,
        boolean mayChange) {

    /** Whether it is published, and neither before nor after its time. */
    public boolean isOut(Instant now) {
        return state == DocumentState.PUBLISHED && term.covers(now);
    }

    public VersionSummary current() {
        return versions.getFirst();
    }
}
