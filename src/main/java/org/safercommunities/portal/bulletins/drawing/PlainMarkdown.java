package org.safercommunities.portal.bulletins.drawing;

import java.util.regex.Pattern;

/** Writes text so that Markdown takes it for text, with as few strokes as that needs: editors go on working with it. */
final class PlainMarkdown {

    /** What has a meaning wherever it stands; brackets, signs and underscores only next to something else. */
    private static final Pattern WITHIN =
            Pattern.compile("[\\\\`*]|<(?=[\\p{Alpha}/!?]|$)|&(?=[#\\p{Alnum}]|$)|\\](?=[(\\[:]|$)"
                    + "|\\[(?=[^\\]]*\\](?:[(\\[:]|$))|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    private static final Pattern FIRST = Pattern.compile("^(?=[#>+=~|-])");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private PlainMarkdown() {}

    static String escaped(String text) {
        return WITHIN.matcher(text).replaceAll("\\\\$0");
    }

    /** A line whose beginning might be taken for a heading, a quote or an item of a list. */
    static String lineStart(String line) {
        return NUMBER.matcher(FIRST.matcher(line).replaceFirst("\\\\")).replaceFirst("$1\\\\$2");
    }
}
