package org.safercommunities.portal.bulletins.drawing;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Text that somebody typed, as HTML. */
final class Html {

    private Html() {}

    static String escaped(String text) {
        return markless(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** With nothing that the mail engine would take for a mark to fill: a joiner that takes no room stands between the braces. */
    static String markless(String text) {
        return text.replace("{{", "{\u2060{").replace("{{", "{\u2060{");
    }

    /** Paragraphs where lines are empty, breaks where they end. */
    static String paragraphs(String text, UnaryOperator<String> paragraph) {
        return Arrays.stream(text.strip().split("\\n\\s*\\n"))
                .filter(part -> !part.isBlank())
                .map(part -> paragraph.apply(escaped(part.strip()).replace("\n", "<br/>")))
                .collect(Collectors.joining());
    }
}
