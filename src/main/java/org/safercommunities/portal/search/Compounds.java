package org.safercommunities.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words that some write in one, some with a hyphen and some in two: antisocial, anti-social, anti social. */
final class Compounds {

    private static final int FEWEST_LETTERS_LEFT = 4;
    private static final Set<String> BEGINNINGS = Set.of(
            "after", "anti", "bi", "co", "counter", "cross", "cyber", "de", "e", "ex", "extra", "fore", "hyper",
            "inter", "intra", "mid", "mini", "multi", "non", "off", "on", "out", "over", "post", "pre", "pro", "re",
            "self", "semi", "sub", "super", "trans", "un", "under", "up", "well");

    private Compounds() {}

    /** The two words that one may be written as; several when its beginning can be taken in several ways. */
    static List<List<String>> split(String word) {
        List<List<String>> splits = new ArrayList<>();
        for (int at = 1; at <= word.length() - FEWEST_LETTERS_LEFT; at++) {
            if (BEGINNINGS.contains(word.substring(0, at))) {
                splits.add(List.of(word.substring(0, at), word.substring(at)));
            }
        }
        return splits;
    }

    /** The sequence with each such beginning joined to the word after it. */
    static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (i + 1 < words.size() && BEGINNINGS.contains(words.get(i))) {
                joined.add(words.get(i) + words.get(++i));
            } else {
                joined.add(words.get(i));
            }
        }
        return joined;
    }

    /** The sequence with each such word taken apart at its longest beginning, for comparing. */
    static List<String> apart(String word) {
        List<List<String>> splits = split(word);
        return splits.isEmpty() ? List.of(word) : splits.getLast();
    }
}
