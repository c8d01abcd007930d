package org.safercommunities.portal.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                return corrected(better(votes(things, letters), unknown));
            }
        }
        return null;
    }

    /** How often which spelling of each word is in the things. */
    private Map<Integer, Map<String, Long>> votes(List<StoredThing> things, int letters) {
        Highlighter highlighter = new Highlighter(wording, wording.spellable(), letters);
        Map<Integer, Map<String, Long>> votes = new HashMap<>();
        for (StoredThing thing : things) {
            String all = thing.title() + "\n" + thing.description() + "\n" + thing.text();
            highlighter
                    .spellings(all)
                    .forEach((index, spellings) -> spellings.forEach(spelling ->
                            votes.computeIfAbsent(index, any -> new HashMap<>()).merge(spelling, 1L, Long::sum)));
        }
        return votes;
    }

    /**
     * The better spelling of each word that needs one: the unknown ones, and those that were found only because their
     * misspelling has the same stem.
     */
    private Map<Integer, String> better(Map<Integer, Map<String, Long>> votes, Set<Integer> unknown) {
        Map<Integer, String> better = new HashMap<>();
        votes.forEach((index, spellings) -> {
            String typed = spelling(index);
            String favourite = favourite(typed, spellings);
            boolean otherForm = favourite.startsWith(typed) || typed.startsWith(favourite);
            if (unknown.contains(index) || !spellings.containsKey(typed) && !otherForm) {
                better.put(index, favourite);
            }
        });
        return better;
    }

    /** Rather not a word that was typed as well; rather a frequent one; rather one of the same length. */
    private String favourite(String typed, Map<String, Long> votes) {
        Set<String> typedAsWell =
                wording.spellable().stream().map(this::spelling).collect(Collectors.toSet());
        return votes.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, Long> vote) -> typedAsWell.contains(vote.getKey()))
                        .thenComparing(vote -> -vote.getValue())
                        .thenComparing(vote -> Math.abs(vote.getKey().length() - typed.length()))
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }

    private String spelling(int index) {
        return Objects.requireNonNull(wording.wanted().get(index).spelling());
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
