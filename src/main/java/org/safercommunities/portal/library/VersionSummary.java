package org.safercommunities.portal.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.storage.FileScan;

/**
 * One version of a document.
 *
 * @param size in bytes
 * @param reading what became of reading its words, with {@code readingReason} as a sentence to act on where there is one
 * @param pages pages, slides or sheets; null when not known
 * @param higherMarkings words in it that look like a marking higher than the document's own
 * @param scan whether the virus scanner lets it out
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
        List<String> higherMarkings,
        FileScan scan) {

    /** Of a file that the virus scanner was not asked about here. */
    public VersionSummary(
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
            List<String> higherMarkings) {
        this(
                number,
                sha256,
                size,
                fileName,
                mediaType,
                note,
                addedBy,
                addedAt,
                reading,
                readingReason,
                pages,
                higherMarkings,
                FileScan.NONE);
    }

    /** The same, with what the virus scanner said of its file. */
    public VersionSummary with(FileScan said) {
        return new VersionSummary(
                number,
                sha256,
                size,
                fileName,
                mediaType,
                note,
                addedBy,
                addedAt,
                reading,
                readingReason,
                pages,
                higherMarkings,
                said);
    }
}
