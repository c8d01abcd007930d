package org.safercommunities.portal.shared;

import java.util.ArrayList;
import java.util.List;

/** Text of which some parts are what somebody searched for. Parts, not markup: whoever shows it decides how. */
public record HighlightedText(List<Part> parts) {

    public record Part(String text, boolean hit) {}

    public HighlightedText {
        parts = List.copyOf(parts);
    }

    public static HighlightedText plain(String text) {
        return new HighlightedText(text.isEmpty() ? List.of() : List.of(new Part(text, false)));
    }

    /**
     * Reads text in which hits stand between two markers, as a highlighter writes it. Markers should be characters that no
     * text holds, such as those of Unicode's private use area; a stray one is dropped.
     */
    public static HighlightedText marked(String text, char start, char end) {
        List<Part> parts = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean hit = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == start || character == end) {
                close(parts, run, hit);
                hit = character == start;
            } else {
                run.append(character);
            }
        }
        close(parts, run, hit);
        return new HighlightedText(parts);
    }

    private static void close(List<Part> parts, StringBuilder run, boolean hit) {
        if (!run.isEmpty()) {
            parts.add(new Part(run.toString(), hit));
            run.setLength(0);
        }
    }

    /** The text without its highlights. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }
}
