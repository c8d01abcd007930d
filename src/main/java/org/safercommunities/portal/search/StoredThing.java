package org.safercommunities.portal.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing as the index keeps it.
 *
 * @param entryId id of its row in {@code search_entry}
 * @param text the words inside it, cut; null unless they were asked for
 */
record StoredThing(
        UUID entryId,
        String source,
        String thingId,
        String title,
        String description,
        String opening,
        @Nullable String text,
        String kind,
        List<String> topics,
        @Nullable String agency,
        long date,
        String path,
        String facts) {}
