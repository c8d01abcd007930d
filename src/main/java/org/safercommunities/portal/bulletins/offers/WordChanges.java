package org.safercommunities.portal.bulletins.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of a text, word by word: what stayed, what was taken out, what was put in. */
public final class WordChanges {

    private static final Pattern WORDS = Pattern.compile("\\s+|[^\\s]+");

    /** Words in the middle that are compared one by one; of longer ones the whole is shown as taken out and put in. */
    private static final int MOST = 3_000;

    private WordChanges() {}

    /** What became of a part. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    public record Part(Kind kind, String text) {}

    /** The parts in order; together the same and the removed ones are the old text, the same and the added ones the new. */
    public static List<Part> between(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        int start = 0;
        while (start < Math.min(old.size(), now.size()) && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        Parts parts = new Parts();
        old.subList(0, start).forEach(word -> parts.add(Kind.SAME, word));
        middle(old.subList(start, old.size() - end), now.subList(start, now.size() - end), parts);
        old.subList(old.size() - end, old.size()).forEach(word -> parts.add(Kind.SAME, word));
        return parts.list();
    }

    private static void middle(List<String> old, List<String> now, Parts parts) {
        if (old.isEmpty() || now.isEmpty() || old.size() > MOST || now.size() > MOST) {
            old.forEach(word -> parts.add(Kind.REMOVED, word));
            now.forEach(word -> parts.add(Kind.ADDED, word));
            return;
        }
        // How many words the rest of both has in common, from each pair of places
        short[][] common = new short[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? (short) (common[i + 1][j + 1] + 1)
                        : (short) Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                parts.add(Kind.SAME, old.get(i));
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                parts.add(Kind.REMOVED, old.get(i++));
            } else {
                parts.add(Kind.ADDED, now.get(j++));
            }
        }
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORDS.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /**
     * Joins neighbours of a kind; what is put in where something is taken out stands behind all of it. A gap between two changes is
     * a part of both, so that a sentence that was written anew is shown as one.
     */
    private static final class Parts {

        private final List<Part> list = new ArrayList<>();
        private final StringBuilder removed = new StringBuilder();
        private final StringBuilder added = new StringBuilder();
        private final StringBuilder same = new StringBuilder();
        private String gap = "";

        void add(Kind kind, String word) {
            if (kind == Kind.SAME) {
                if (word.isBlank() && gap.isEmpty() && !removed.isEmpty() && !added.isEmpty()) {
                    gap = word;
                    return;
                }
                changes();
                same.append(word);
                return;
            }
            if (!gap.isEmpty()) {
                removed.append(gap);
                added.append(gap);
                gap = "";
            }
            flush(Kind.SAME, same);
            (kind == Kind.REMOVED ? removed : added).append(word);
        }

        List<Part> list() {
            flush(Kind.SAME, same);
            changes();
            flush(Kind.SAME, same);
            return list;
        }

        private void changes() {
            flush(Kind.REMOVED, removed);
            flush(Kind.ADDED, added);
            same.append(gap);
            gap = "";
        }

        private void flush(Kind kind, StringBuilder words) {
            if (!words.isEmpty()) {
                list.add(new Part(kind, words.toString()));
                words.setLength(0);
            }
        }
    }
}
