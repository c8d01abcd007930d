package org.safercommunities.portal.library;

import org.jspecify.annotations.Nullable;

/**
 * A topic as the team edits it.
 *
 * @param theme whether it is a cross-cutting theme rather than a priority
 * @param firstYear of the agreement that has it; null when it always had
 * @param lastYear null when it still has
 * @param documents how many have it, of those that the editor sees
 */
public record TopicEntry(
        String slug,
        String name,
        boolean theme,
        boolean retired,
        @Nullable Integer firstYear,
        @Nullable Integer lastYear,
        int documents) {}
