package org.safercommunities.portal.search;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One search, from the strictest reading of the words to wider ones. How wide depends on the words and the reader alone:
 * choosing a filter, an order or a page never changes what the words mean.
 */
final class Attempt {

    /** With fewer results than this, words that were perhaps mistyped are looked for in other spellings too. */
    private static final int FEW = 3;

    private final Lookup lookup;
    private final SearchQuery query;
    private final Wording wording;
    private final UnaryOperator<List<StoredThing>> tripwire;
    private final Predicates predicates;

    private SearchPredicate words;
    private Lookup.Found found;
    private Matching matching = Matching.ALL_WORDS;
    private Set<Integer> similar = Set.of();

    @Nullable
    private Correction didYouMean;

    Attempt(Lookup lookup, SearchQuery query, Wording wording, UnaryOperator<List<StoredThing>> tripwire) {
        this.lookup = lookup;
        this.query = query;
        this.wording = wording;
        this.tripwire = tripwire;
        this.predicates = lookup.predicates(wording);
        boolean browsing = query.text().isBlank();
        this.words = browsing ? lookup.everything() : wording.isEmpty() ? lookup.nothing() : predicates.allWords();
        this.found = lookup.find(words, query, !wording.isEmpty());
    }

    /** @param shown what is shown of them beside what the index holds */
    SearchResults results(UnaryOperator<List<StoredThing>> shown, boolean catchingUp) {
        if (!wording.isEmpty() && !query.exactWords() && found.total() < FEW) {
            widen();
        }
        List<StoredThing> things = shown.apply(tripwire.apply(found.things()));
        Results results = new Results(query, new Highlighter(wording, similar, 1));
        return new SearchResults(
                things.stream().map(results::hit).toList(),
                found.total(),
                results.facets(found.counts()),
                wording.alsoSearched(),
                matching,
                didYouMean,
                catchingUp);
    }

    private void widen() {
        long all = query.isFiltered() ? lookup.count(words, query) : found.total();
        if (all >= FEW) {
            return;
        }
        // Words that hardly anything has, of what this reader may see
        Set<Integer> rare = new TreeSet<>();
        Set<Integer> unknown = new TreeSet<>();
        for (int i : wording.spellable()) {
            long count = wording.wanted().size() == 1 ? all : lookup.count(predicates.word(i), query);
            if (count < FEW) {
                rare.add(i);
            }
            if (count == 0) {
                unknown.add(i);
            }
        }
        if (!rare.isEmpty()) {
            SearchPredicate alike = predicates.similar(rare, 1);
            if (lookup.count(alike, query) > all) {
                look(alike, Matching.SIMILAR_WORDS);
                similar = rare;
            }
        }
        if (all == 0 && !unknown.isEmpty() && query.page() == 0) {
            didYouMean = new Spelling(lookup, query, wording, tripwire).correction(unknown);
        }
        if (all == 0 && matching == Matching.ALL_WORDS && wording.wanted().size() > 1) {
            look(predicates.someWords(), Matching.SOME_WORDS);
        }
    }

    private void look(SearchPredicate wider, Matching how) {
        words = wider;
        matching = how;
        found = lookup.find(wider, query, true);
    }
}
