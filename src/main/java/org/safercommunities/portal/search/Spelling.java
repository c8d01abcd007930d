package org.safercommunities.portal.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds another way to write words that nothing has. Corrections are not taken from the index's vocabulary, which knows words
 * of things that this reader may not see, but read off the texts of things that the reader may see.
 */
final class Spelling {

    private static final int READ = 10;

    private final Lookup lookup;
    private final SearchQuery query;
    private final Wording wording;
    private final UnaryOperator<List<StoredThing>> tripwire;

    Spelling(Lookup lookup, SearchQuery query, Wording wording, UnaryOperator<List<StoredThing>> tripwire) {
        this.lookup = lookup;
        this.query = query;
        this.wording = wording;
        this.tripwire = tripwire;
    }

    /** The words with the unknown ones replaced, when that has results; at most two letters away in each. */
    @Nullable
    Correction correction(Set<Integer> unknown) {
        Predicates predicates = lookup.predicates(wording);
        for (int letters = 1; letters <= 2; letters++) {
            List<StoredThing> things = tripwire.apply(lookup.best(predicates.similar(unknown, letters), query, READ));
            if (!things.isEmpty()) {
                return corrected(spellings(things, unknown, letters));
            }
        }
        return null;
    }

    private Map<Integer, String> spellings(List<StoredThing> things, Set<Integer> unknown, int letters) {
        Highlighter highlighter = new Highlighter(wording, unknown, letters);
        Map<Integer, Map<String, Long>> votes = new HashMap<>();
        for (StoredThing thing : things) {
            String all = thing.title() + "\n" + thing.description() + "\n" + thing.text();
            highlighter
                    .spellings(all)
                    .forEach((index, spellings) -> spellings.forEach(spelling ->
                            votes.computeIfAbsent(index, any -> new HashMap<>()).merge(spelling, 1L, Long::sum)));
        }
        return votes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> favourite(entry.getValue())));
    }

    private static String favourite(Map<String, Long> votes) {
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    @Nullable
    private Correction corrected(Map<Integer, String> spellings) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < wording.wanted().size(); i++) {
            text.append(i == 0 ? "" : " ")
                    .append(spellings.getOrDefault(i, wording.wanted().get(i).typed()));
        }
        Wording other = Wording.of(text.toString(), true, false, Thesaurus.EMPTY);
        long count = lookup.count(lookup.predicates(other).allWords(), query);
        return count == 0 ? null : new Correction(text.toString(), count);
    }
}
