package org.safercommunities.portal.library;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of a document that was deleted for good.
 *
 * @param bytes size of all its files together
 * @param approvedBy name of the editor; null when no longer known
 */
public record Disposal(
        UUID document,
        String title,
        String kind,
        String agency,
        LocalDate dueOn,
        String basis,
        int files,
        long bytes,
        @Nullable String approvedBy,
        Instant approvedAt) {}
