package org.safercommunities.portal.notifications;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it has a look: a title, paragraphs, perhaps facts and one button. Plain words, no markup.
 *
 * @param title the heading, and the subject of the mail
 * @param reason why this person gets it, in a sentence, below everything else
 */
public record Letter(
        String title,
        List<String> paragraphs,
        List<Fact> facts,
        @Nullable Button button,
        String reason) {

    /** A name and its value, for example “Organisation” and “Kent Police”. */
    public record Fact(String name, String value) {}

    /** @param path within the portal, without a leading slash; empty for the home page */
    public record Button(String label, String path) {}

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
    }

    /** @param reason for example “You get this because somebody asked for access with this address.” */
    public static Letter titled(String title, String reason) {
        return new Letter(title, List.of(), List.of(), null, reason);
    }

    public Letter say(String paragraph) {
        return new Letter(title, with(paragraphs, paragraph), facts, button, reason);
    }

    public Letter fact(String name, String value) {
        return new Letter(title, paragraphs, with(facts, new Fact(name, value)), button, reason);
    }

    public Letter button(String label, String path) {
        return new Letter(title, paragraphs, facts, new Button(label, path), reason);
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
