package org.safercommunities.portal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text into its runs of letters and digits, folded. */
final class Pieces {

    private static final Pattern RUN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['\u2019\u02BC][sS](?![\\p{L}\\p{N}])");

    private Pieces() {}

    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher runs = RUN.matcher(POSSESSIVE.matcher(text).replaceAll(""));
        while (runs.find()) {
            String folded = Letters.folded(runs.group());
            if (!folded.isEmpty()) {
                pieces.add(folded);
            }
        }
        return pieces;
    }
}
