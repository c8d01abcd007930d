package org.safercommunities.portal.library;

import org.jspecify.annotations.Nullable;

/**
 * A kind of document as the team edits it.
 *
 * @param retentionMonths for how long after publication its documents are kept, unless one says otherwise; null when for ever
 * @param documents how many are of it, of those that the editor sees
 */
public record KindEntry(
        String slug, String name, boolean retired, @Nullable Integer retentionMonths, int documents) {}
