package org.safercommunities.portal.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a document.
 *
 * @param size in bytes
 * @param reading what became of reading its words, with {@code readingReason} as a sentence to act on where there is one
 * @param pages pages, slides or sheets; null when not known
 * @param higherMarkings words in it that look like a marking higher than the document's own
 */
public record VersionSummary(
        int number,
        String sha256,
        long size,
        String fileName,
        String mediaType,
        String note,
        UUID addedBy,
        Instant addedAt,
        ReadingState reading,
        @Nullable String readingReason,
        @Nullable Integer pages,
        List<String> higherMarkings) {}
