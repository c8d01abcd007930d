package org.safercommunities.portal.library.contributions;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.VersionSummary;

/**
 * An offered document, for somebody who may see it.
 *
 * @param agency slug of the agency that it is from, and that is credited
 * @param file null while there is none, and when it is not kept any more
 * @param fileGoneAt when its file was deleted because nobody needed it
 * @param versionOf the document that it is a newer version of; null for a new one
 * @param document what it became
 * @param version to be named by whoever changes it or decides on it
 * @param reason why it was declined
 */
public record ContributionDetails(
        UUID id,
        UUID author,
        String agency,
        String agencyName,
        ContributionState state,
        ContributionContent content,
        @Nullable VersionSummary file,
        @Nullable Instant fileGoneAt,
        @Nullable UUID versionOf,
        @Nullable UUID document,
        int version,
        Instant changedAt,
        @Nullable Instant sentAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    public boolean isNewerVersion() {
        return versionOf != null;
    }

    /** As lists call it: a draft may have no title yet. */
    public String title() {
        if (!content.title().isEmpty()) {
            return content.title();
        }
        VersionSummary there = file;
        return there == null ? "Without a title" : there.fileName();
    }

    /** @throws InvalidDocument when there is none */
    StoredFile stored() {
        VersionSummary there = file;
        if (there == null) {
            throw new InvalidDocument("file", "Choose the file that you offer");
        }
        return new StoredFile(there.sha256(), there.size(), there.fileName(), there.mediaType());
    }

    /** @throws InvalidDocument with the first thing that is missing for it to be sent */
    void unlessComplete() {
        stored();
        content.unlessComplete(isNewerVersion());
    }

    /** When it last came further. */
    public Instant movedAt() {
        return Objects.requireNonNullElse(decidedAt, Objects.requireNonNullElse(sentAt, changedAt));
    }
}
