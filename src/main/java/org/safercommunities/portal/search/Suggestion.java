package org.safercommunities.portal.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A thing whose title fits what has been typed so far. */
public record Suggestion(
        String source, UUID id, List<TextPart> title, String kind, String path, Map<String, String> facts) {

    public String titleText() {
        return TextPart.textOf(title);
    }
}
