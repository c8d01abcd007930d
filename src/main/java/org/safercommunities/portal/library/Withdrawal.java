package org.safercommunities.portal.library;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a document was taken back.
 *
 * @param reason as its readers are told
 * @param replacedBy the document to use instead; null when there is none
 */
public record Withdrawal(
        Instant at, String reason, @Nullable UUID replacedBy) {}
