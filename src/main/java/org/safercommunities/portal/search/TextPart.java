package org.safercommunities.portal.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of text shown with a result; never markup.
 *
 * @param hit whether it is what was searched for
 */
public record TextPart(String text, boolean hit) {

    /** The text of all the parts, one after the other. */
    public static String textOf(List<TextPart> parts) {
        return parts.stream().map(TextPart::text).collect(Collectors.joining());
    }
}
