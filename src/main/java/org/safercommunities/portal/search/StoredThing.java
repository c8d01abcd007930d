package org.safercommunities.portal.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        String facts) {

    /** The same; of an OFFICIAL-SENSITIVE one without the words that are inside it, which its reader has not shown enough for. */
    StoredThing withoutSensitiveContents() {
        return "OFFICIAL-SENSITIVE".equals(Facts.read(facts).get(SearchEntry.MARKING))
                ? new StoredThing(
                        entryId,
                        source,
                        thingId,
                        title,
                        description,
                        description.isBlank() ? "" : opening,
                        null,
                        kind,
                        topics,
                        agency,
                        date,
                        path,
                        facts)
                : this;
    }

    /** The same with more facts, or with others in their place. */
    StoredThing with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(Facts.read(facts));
        all.putAll(more);
        return new StoredThing(
                entryId,
                source,
                thingId,
                title,
                description,
                opening,
                text,
                kind,
                topics,
                agency,
                date,
                path,
                Facts.write(all));
    }
}
