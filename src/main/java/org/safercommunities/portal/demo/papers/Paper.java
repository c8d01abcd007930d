package org.safercommunities.portal.demo.papers;

import java.util.List;

/**
 * What a file is to say.
 *
 * @param from who publishes it, in full
 * @param edition such as “Version 2 · March 2026”
 * @param marking as it is to stand at head and foot
 * @param cover whether it begins with a coloured band, as reports do
 * @param text the body as it was written, for forms that are text themselves
 */
public record Paper(
        String title,
        String subtitle,
        String from,
        String edition,
        String marking,
        boolean cover,
        List<Block> blocks,
        String text) {

    boolean isSensitive() {
        return !marking.equals("OFFICIAL");
    }

    /** A piece of the body. */
    public sealed interface Block {

        /** @param level 2 for a section, 3 below it */
        record Heading(int level, String text) implements Block {}

        record Text(String text) implements Block {}

        record Bullets(List<String> items, boolean numbered) implements Block {}

        record Callout(String text) implements Block {}

        record Table(List<String> head, List<List<String>> rows) implements Block {}

        /** The numbers of the table before it, drawn. */
        record Bars(String caption, List<Bar> bars) implements Block {}

        record Bar(String label, double value, String shown) {}
    }
}
