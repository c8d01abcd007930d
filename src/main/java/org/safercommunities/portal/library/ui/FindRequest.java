package org.safercommunities.portal.library.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.safercommunities.portal.search.Facet;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.search.Sorting;

/**
 * What a page of results shows, as its address says it, so that the address can be kept and shared.
 *
 * @param shown how many pages of results are shown one below the other
 */
record FindRequest(String words, Map<Facet, Set<String>> chosen, Sorting sorting, boolean exactly, int shown) {

    static final List<Facet> FACETS = List.of(Facet.SOURCE, Facet.TOPIC, Facet.KIND, Facet.AGENCY, Facet.YEAR);
    static final int PAGE = 20;
    private static final int MOST_WORDS = 200;
    private static final int MOST_PAGES = 10;

    static FindRequest of(QueryParameters address) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : FACETS) {
            List<String> values = address.getParameters().getOrDefault(name(facet), List.of());
            if (!values.isEmpty()) {
                chosen.put(facet, new TreeSet<>(values));
            }
        }
        String words = address.getSingleParameter("q").orElse("");
        return new FindRequest(
                words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words,
                chosen,
                sorting(address.getSingleParameter("sort").orElse("")),
                address.getSingleParameter("exactly").isPresent(),
                pages(address.getSingleParameter("pages").orElse("")));
    }

    QueryParameters address() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!words.isBlank()) {
            parameters.put("q", List.of(words));
        }
        FACETS.forEach(facet -> {
            Set<String> values = chosen.getOrDefault(facet, Set.of());
            if (!values.isEmpty()) {
                parameters.put(name(facet), new ArrayList<>(values));
            }
        });
        if (sorting != Sorting.BEST_MATCH) {
            parameters.put("sort", List.of(sorting.name().toLowerCase(Locale.ROOT)));
        }
        if (exactly) {
            parameters.put("exactly", List.of("yes"));
        }
        if (shown > 1) {
            parameters.put("pages", List.of(Integer.toString(shown)));
        }
        return new QueryParameters(parameters);
    }

    SearchQuery query(int page, boolean stillTyping) {
        SearchQuery query = SearchQuery.of(words).sortedBy(sorting).page(page, PAGE);
        for (var choice : chosen.entrySet()) {
            query = query.with(choice.getKey(), choice.getValue());
        }
        if (exactly) {
            query = query.exactly();
        }
        return stillTyping ? query.stillTyping() : query;
    }

    /** Things of the library alone, whatever the address says. */
    FindRequest documentsOnly() {
        Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);
        all.putAll(chosen);
        all.remove(Facet.SOURCE);
        return new FindRequest(words, all, sorting, exactly, shown);
    }

    FindRequest withWords(String other) {
        return new FindRequest(other, chosen, sorting, false, 1);
    }

    FindRequest with(Facet facet, String value, boolean wanted) {
        Map<Facet, Set<String>> all = new EnumMap<>(Facet.class);
        all.putAll(chosen);
        Set<String> values = new LinkedHashSet<>(all.getOrDefault(facet, Set.of()));
        if (wanted) {
            values.add(value);
        } else {
            values.remove(value);
        }
        all.put(facet, values);
        return new FindRequest(words, all, sorting, exactly, 1);
    }

    FindRequest withoutFilters() {
        return new FindRequest(words, Map.of(), sorting, exactly, 1);
    }

    FindRequest sortedBy(Sorting other) {
        return new FindRequest(words, chosen, other, exactly, 1);
    }

    FindRequest onlyAsTyped() {
        return new FindRequest(words, chosen, sorting, true, 1);
    }

    FindRequest more() {
        return new FindRequest(words, chosen, sorting, exactly, shown + 1);
    }

    boolean filtered() {
        return chosen.values().stream().anyMatch(values -> !values.isEmpty());
    }

    private static String name(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    /** So that whoever comes back from a document finds the list as long as they left it. */
    private static int pages(String number) {
        return number.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(number), 1, MOST_PAGES) : 1;
    }

    private static Sorting sorting(String name) {
        for (Sorting sorting : Sorting.values()) {
            if (sorting.name().equalsIgnoreCase(name)) {
                return sorting;
            }
        }
        return Sorting.BEST_MATCH;
    }
}
