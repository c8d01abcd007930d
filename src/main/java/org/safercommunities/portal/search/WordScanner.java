package org.safercommunities.portal.search;

/** Walks through the words of a text, without making a string of each. */
final class WordScanner {

    private final String text;
    private int position;
    private int start;
    private int end;

    WordScanner(String text) {
        this.text = text;
    }

    /** Another one at the same word. */
    WordScanner copy() {
        WordScanner copy = new WordScanner(text);
        copy.position = position;
        copy.start = start;
        copy.end = end;
        return copy;
    }

    /** Goes to the next word, if there is one. A possessive's s is no word. */
    boolean next() {
        do {
            while (position < text.length() && !isPartOfWord(text.charAt(position))) {
                position++;
            }
            start = position;
            while (position < text.length() && isPartOfWord(text.charAt(position))) {
                position++;
            }
            end = position;
        } while (end == start + 1 && isPossessive());
        return end > start;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** The first letter of the word, folded as far as that is cheap. */
    int firstLetter() {
        char first = text.charAt(start);
        return first < 0x80
                ? Character.toLowerCase(first)
                : Letters.folded(String.valueOf(first)).codePointAt(0);
    }

    /** The word, folded. */
    String word() {
        return Letters.folded(text.substring(start, end));
    }

    private boolean isPossessive() {
        if (start < 2 || (text.charAt(start) != 's' && text.charAt(start) != 'S')) {
            return false;
        }
        char before = text.charAt(start - 1);
        return (before == '\'' || before == '\u2019' || before == '\u02BC') && isPartOfWord(text.charAt(start - 2));
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
