package org.safercommunities.portal.agencies;

/**
 * Tidies what somebody typed: without characters that cannot be seen but change how everything beside them looks, such as
 * those that turn the direction of writing. The joiners stay, since some languages write names with them.
 */
final class Typed {

    private static final String UNSEEN = "[\\p{Cf}\\p{Cs}\\p{Co}&&[^\\u200c\\u200d]]";

    private Typed() {}

    static String line(String text) {
        return text.replaceAll(UNSEEN, "").replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
    }

    /** With its line breaks. */
    static String text(String text) {
        return text.replaceAll(UNSEEN, "")
                .replaceAll("\\r\\n?", "\n")
                .replaceAll("[\\p{Cc}&&[^\\n]]+", " ")
                .strip();
    }

    /** Whether there is anything to read. */
    static boolean says(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
