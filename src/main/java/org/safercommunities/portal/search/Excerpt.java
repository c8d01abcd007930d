package org.safercommunities.portal.search;

/** Where to cut a text so that it still reads well. */
final class Excerpt {

    private static final int LONGEST_OPENING = 230;
    private static final int WORD = 30;

    private Excerpt() {}

    /** How a thing begins: its description, or its first words. */
    static String opening(String description, String body) {
        String text = description.isBlank() ? body : description;
        // Enough for what blanks may be in it, never the whole of a long text
        String start = text.substring(0, Math.min(text.length(), 4 * LONGEST_OPENING))
                .strip()
                .replaceAll("\\s+", " ");
        if (start.length() <= LONGEST_OPENING) {
            return start;
        }
        return start.substring(0, end(start, LONGEST_OPENING)) + " \u2026";
    }

    /** The start of the sentence when it is within so many characters before the position, else of a word. */
    static int beginning(String text, int position, int characters) {
        int earliest = Math.max(0, position - characters);
        if (earliest == 0) {
            return 0;
        }
        for (int i = position; i > earliest; i--) {
            if (Character.isWhitespace(text.charAt(i)) && ".!?:".indexOf(text.charAt(i - 1)) >= 0) {
                return i + 1;
            }
        }
        for (int i = earliest; i < position; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return position;
    }

    /** The last end of a word at or before the position; the position itself when words are very long. */
    static int end(String text, int position) {
        if (position >= text.length()) {
            return text.length();
        }
        for (int i = position; i > Math.max(0, position - WORD); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(position)) ? position - 1 : position;
    }
}
