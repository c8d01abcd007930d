package org.safercommunities.portal.library;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;

/**
 * What an editor says of a document.
 *
 * @param kind slug of its kind
 * @param topics slugs
 * @param handling for OFFICIAL-SENSITIVE: what a reader may do with it; null when nothing is said
 * @param reviewOn when somebody should look whether it still holds; null when nobody needs to
 */
public record DocumentDescription(
        String title,
        String description,
        String kind,
        Set<String> topics,
        Marking marking,
        @Nullable String handling,
        Audience audience,
        @Nullable LocalDate reviewOn) {

    private static final int TITLE = 250;
    private static final int DESCRIPTION = 2000;
    private static final int HANDLING = 500;

    public DocumentDescription {
        title = title.strip().replaceAll("\\p{Cntrl}+", " ");
        description = description.strip();
        topics = Set.copyOf(topics);
        handling = handling == null || handling.isBlank() ? null : handling.strip();
        if (title.isEmpty() || title.length() > TITLE) {
            throw new InvalidDocument("title", "Enter a title of at most %d characters".formatted(TITLE));
        }
        if (description.length() > DESCRIPTION) {
            throw new InvalidDocument(
                    "description", "Shorten the description to at most %d characters".formatted(DESCRIPTION));
        }
        if (handling != null && handling.length() > HANDLING) {
            throw new InvalidDocument(
                    "handling", "Shorten the handling instruction to at most %d characters".formatted(HANDLING));
        }
    }
}
