package org.safercommunities.portal.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Start with {@link #of} and add to it.
 *
 * @param text as typed, up to anything; quotes make phrases, nothing else has a special meaning
 * @param chosen values of facets; any value of a facet, and every facet, must fit
 * @param from first day
 * @param to last day
 * @param page from 0
 * @param size of a page, at most {@value #MOST_PER_PAGE}
 * @param exactWords only the words as typed: no abbreviations, no similar words
 * @param unfinished whether the last word is still being typed
 */
public record SearchQuery(
        String text,
        Map<Facet, Set<String>> chosen,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Sorting sorting,
        int page,
        int size,
        boolean exactWords,
        boolean unfinished) {

    public static final int MOST_PER_PAGE = 200;

    public SearchQuery {
        Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Set.copyOf(values));
            }
        });
        chosen = Map.copyOf(copy);
        page = Math.max(0, page);
        size = Math.clamp(size, 1, MOST_PER_PAGE);
    }

    public static SearchQuery of(String text) {
        return new SearchQuery(text, Map.of(), null, null, Sorting.BEST_MATCH, 0, 20, false, false);
    }

    /** Filters by any of these values of a facet, in place of earlier ones. */
    public SearchQuery with(Facet facet, Set<String> values) {
        Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);
        all.putAll(chosen);
        all.put(facet, values);
        return new SearchQuery(text, all, from, to, sorting, page, size, exactWords, unfinished);
    }

    public SearchQuery with(Facet facet, String... values) {
        return with(facet, Set.of(values));
    }

    public SearchQuery between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new SearchQuery(text, chosen, first, last, sorting, page, size, exactWords, unfinished);
    }

    public SearchQuery sortedBy(Sorting other) {
        return new SearchQuery(text, chosen, from, to, other, page, size, exactWords, unfinished);
    }

    public SearchQuery page(int number, int entries) {
        return new SearchQuery(text, chosen, from, to, sorting, number, entries, exactWords, unfinished);
    }

    public SearchQuery exactly() {
        return new SearchQuery(text, chosen, from, to, sorting, page, size, true, unfinished);
    }

    /** The last word may go on. */
    public SearchQuery stillTyping() {
        return new SearchQuery(text, chosen, from, to, sorting, page, size, exactWords, true);
    }

    /** Whether it leaves out things for another reason than their words or the module they belong to. */
    boolean isFiltered() {
        return from != null || to != null || chosen.keySet().stream().anyMatch(facet -> facet != Facet.SOURCE);
    }

    /** The values of a facet that were chosen, in order. */
    public Set<String> chosen(Facet facet) {
        return new TreeSet<>(chosen.getOrDefault(facet, Set.of()));
    }
}
