package org.safercommunities.portal.search;

import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Words made comparable, in the same way as {@link TextAnalysis} does it for the index. Not safe for several threads. */
final class Letters {

    private final EnglishStemmer stemmer = new EnglishStemmer();

    /** Small letters without accents. */
    static String folded(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            if (small.charAt(i) >= 0x80) {
                char[] letters = new char[small.length() * 4];
                int length = ASCIIFoldingFilter.foldToASCII(small.toCharArray(), 0, letters, 0, small.length());
                return new String(letters, 0, length);
            }
        }
        return small;
    }

    /** The stem of a folded word: what its plural and its other forms have in common. */
    String stem(String folded) {
        stemmer.setCurrent(folded);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** Whether so few letters were changed, left out, added or swapped with the next one. */
    static boolean within(int distance, String one, String other) {
        if (Math.abs(one.length() - other.length()) > distance) {
            return false;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] current = new int[other.length() + 1];
        Arrays.setAll(last, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            current[0] = i;
            int least = i;
            for (int j = 1; j <= other.length(); j++) {
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, current[j]);
            }
            if (least > distance) {
                return false;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[other.length()] <= distance;
    }
}
