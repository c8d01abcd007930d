package org.safercommunities.portal.devtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many files came to what, and which are not in: of a hundred thousand lines nobody finds those again. */
final class ImportTally {

    /** So few lines that what is wrong is still to be seen. */
    private static final int SEEN = 40;

    private static final int MOST_TOLD_AGAIN = 1_000;

    private final Map<String, Integer> whats = new TreeMap<>();
    private final Map<String, Integer> states = new TreeMap<>();
    private final List<ImportFolder.Outcome> lost = new ArrayList<>();
    private int lostInAll;
    private int all;

    void add(ImportFolder.Outcome outcome) {
        all++;
        whats.merge(outcome.what(), 1, Integer::sum);
        if (!outcome.state().equals("-")) {
            states.merge(outcome.state(), 1, Integer::sum);
        }
        if (!outcome.in()) {
            lostInAll++;
            if (lost.size() < MOST_TOLD_AGAIN) {
                lost.add(outcome);
            }
        }
    }

    boolean allIn() {
        return lostInAll == 0;
    }

    String summary(boolean dryRun, Duration took) {
        StringBuilder words = new StringBuilder();
        if (all > SEEN && lostInAll > 0) {
            words.append(
                    lostInAll == lost.size()
                            ? "%nNot brought:%n".formatted()
                            : "%nNot brought, the first %,d:%n".formatted(lost.size()));
            lost.forEach(outcome -> words.append(ImportFolder.line(outcome)));
        }
        return words.append(String.format(
                        Locale.ROOT,
                        "%n%d files in %.1f s: %s, states %s; %s: %d%n",
                        all,
                        took.toMillis() / 1000.0,
                        whats,
                        states,
                        dryRun ? "nothing was sent; cannot be brought" : "lost",
                        lostInAll))
                .toString();
    }
}
