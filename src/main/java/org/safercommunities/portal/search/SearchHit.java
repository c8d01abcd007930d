package org.safercommunities.portal.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One result, as its module put it into the index.
 *
 * @param title the whole title
 * @param snippet where the words were found in description or body; how the thing begins when only the title has them
 */
public record SearchHit(
        String source,
        UUID id,
        List<TextPart> title,
        List<TextPart> snippet,
        String kind,
        Set<String> topics,
        @Nullable String agency,
        LocalDate date,
        String path,
        Map<String, String> facts) {

    public String titleText() {
        return TextPart.textOf(title);
    }

    public String snippetText() {
        return TextPart.textOf(snippet);
    }
}
