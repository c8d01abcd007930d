package org.safercommunities.portal.notifications;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it has a look: a title, paragraphs, perhaps facts, a list of things and one button. Plain words, no markup.
 *
 * @param title the heading, and the subject of the mail
 * @param items things with the way to each
 * @param reason why this person gets it, in a sentence, below everything else
 * @param choice where they decide whether it comes again; null for what nobody can decide
 */
public record Letter(
        String title,
        List<String> paragraphs,
        List<Fact> facts,
        List<Item> items,
        @Nullable Button button,
        String reason,
        @Nullable Button choice) {

    /** A name and its value, for example “Organisation” and “Kent Police”. */
    public record Fact(String name, String value) {}

    /**
     * A thing in a list.
     *
     * @param path within the portal, without a leading slash
     * @param line what is said of it, below its title
     */
    public record Item(String title, String path, String line) {}

    /** @param path within the portal, without a leading slash; empty for the home page */
    public record Button(String label, String path) {}

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        facts = List.copyOf(facts);
        items = List.copyOf(items);
    }

    /** @param reason for example “You get this because somebody asked for access with this address.” */
    public static Letter titled(String title, String reason) {
        return new Letter(title, List.of(), List.of(), List.of(), null, reason, null);
    }

    /** Begins with their name. */
    public Letter dear(String name) {
        return say("Dear " + name + ",");
    }

    public Letter say(String paragraph) {
        return new Letter(title, with(paragraphs, paragraph), facts, items, button, reason, choice);
    }

    public Letter fact(String name, String value) {
        return new Letter(title, paragraphs, with(facts, new Fact(name, value)), items, button, reason, choice);
    }

    public Letter button(String label, String path) {
        return new Letter(title, paragraphs, facts, items, new Button(label, path), reason, choice);
    }

    public Letter item(String name, String path, String line) {
        return new Letter(title, paragraphs, facts, with(items, new Item(name, path, line)), button, reason, choice);
    }

    /** The page on which this person decides whether such mail comes again. */
    public Letter choice(String label, String path) {
        return new Letter(title, paragraphs, facts, items, button, reason, new Button(label, path));
    }

    private static <T> List<T> with(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return longer;
    }
}
