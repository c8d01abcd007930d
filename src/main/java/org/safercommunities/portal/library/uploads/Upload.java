package org.safercommunities.portal.library.uploads;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in, as its owner sees it; nobody else does.
 *
 * @param document what it is a new version of, with {@link Purpose#VERSION}
 * @param lastModified of the file in its owner's hands, in milliseconds, as far as it was told: tells whether the same file was
 *     chosen again
 * @param metadata as it came, for whoever asks for it
 * @param length of the whole
 * @param received how many bytes are safely here
 * @param used whether it has become the file of a document
 * @param expires when it is deleted unless more of it comes, or it is used
 */
public record Upload(
        UUID id,
        UUID owner,
        Purpose purpose,
        @Nullable UUID document,
        String fileName,
        @Nullable Long lastModified,
        String metadata,
        long length,
        long received,
        @Nullable String sha256,
        boolean used,
        Instant expires) {

    /** What the file is to become. */
    public enum Purpose {
        /** Whatever a call makes of it. */
        HELD,
        /** A document of its own, of the page where editors add them. */
        DRAFT,
        /** A new version of a document. */
        VERSION,
        /** What somebody offers to the library. */
        OFFER
    }

    public boolean complete() {
        return received == length;
    }

    /** In whole percents; 100 only when all of it is here. */
    public int percent() {
        return length == 0 ? 100 : (int) (received * 100 / length);
    }
}
