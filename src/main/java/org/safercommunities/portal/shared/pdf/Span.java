package org.safercommunities.portal.shared.pdf;

import java.util.ArrayList;
import java.util.List;

/** Words of one weight. */
public record Span(String text, boolean bold) {

    /** Words with {@code **bold**} between them, as this portal’s own texts are written. */
    public static List<Span> of(String inline) {
        String[] parts = inline.split("\\*\\*", -1);
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                spans.add(new Span(parts[i], i % 2 == 1));
            }
        }
        return spans;
    }

    public static String plain(String inline) {
        return inline.replace("**", "");
    }
}
