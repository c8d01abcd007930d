package org.safercommunities.portal.bulletins.drawing;

/** Plain text being written: lines of at most 72 characters, except where a word or an address is longer. */
final class TextLines {

    private static final int WIDEST = 72;

    private final StringBuilder text = new StringBuilder();

    /** An empty line, unless there is one already. */
    TextLines gap() {
        int length = text.length();
        if (length > 1 && text.charAt(length - 2) != '\n') {
            text.append('\n');
        }
        return this;
    }

    /** Words, wrapped; where they break a line it stays broken. */
    TextLines say(String words) {
        return say(words, "", "");
    }

    /**
     * @param first what the first line begins with, a bullet for example
     * @param others what all others begin with
     */
    TextLines say(String words, String first, String others) {
        String margin = first;
        for (String line : Html.markless(words).split("\n", -1)) {
            int width = 0;
            StringBuilder wrapped = new StringBuilder(margin);
            for (String word : line.strip().split("\\s+")) {
                if (width > 0 && width + 1 + word.length() > WIDEST - others.length()) {
                    wrapped.append('\n').append(others);
                    width = 0;
                } else if (width > 0) {
                    wrapped.append(' ');
                    width++;
                }
                wrapped.append(word);
                width += word.length();
            }
            text.append(wrapped.toString().stripTrailing()).append('\n');
            margin = others;
        }
        return this;
    }

    /** A heading with a line under it. */
    TextLines heading(String words, char under) {
        gap();
        int before = text.length();
        say(words);
        int longest =
                text.substring(before).lines().mapToInt(String::length).max().orElse(0);
        text.append(String.valueOf(under).repeat(Math.min(longest, WIDEST))).append("\n\n");
        return this;
    }

    /** What a link says, and where it leads on a line of its own. */
    TextLines link(String words, String address) {
        if (!words.equals(address) && !words.isEmpty()) {
            say(words.endsWith(":") ? words : words + ":");
        }
        text.append(Html.markless(address)).append('\n');
        return this;
    }

    /** As it is, marks and all. */
    TextLines exactly(String line) {
        text.append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
