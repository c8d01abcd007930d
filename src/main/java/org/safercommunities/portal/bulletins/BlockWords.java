package org.safercommunities.portal.bulletins;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** What may stand in the fields of a block: text of a known length without characters that nobody sees. */
final class BlockWords {

    /** Characters that steer machines, and halves of characters: neither has a place in a mail. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\x{D800}-\\x{DFFF}]|[\\x{FFFE}\\x{FFFF}]");

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Pattern BREAKS = Pattern.compile("[\\n\\t]+");

    private BlockWords() {}

    static String newId() {
        return Long.toString(RANDOM.nextLong(1L << 40) | 1L << 40, 36);
    }

    static String id(String id) {
        if (!Block.ID.matcher(id).matches()) {
            throw new InvalidBulletin(
                    "id", "“id” may have up to 40 letters, digits, - and _; leave it out for a new one");
        }
        return id;
    }

    /** Text of several lines. */
    static String text(String field, String text, int longest) {
        String clean =
                UNSEEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        if (clean.length() > longest) {
            throw new InvalidBulletin(
                    field,
                    "“%s” has %,d characters. Shorten it to %,d at most".formatted(field, clean.length(), longest));
        }
        return clean;
    }

    /** Text of one line. */
    static String line(String field, String text, int longest) {
        return BREAKS.matcher(text(field, text, longest)).replaceAll(" ").strip();
    }
}
