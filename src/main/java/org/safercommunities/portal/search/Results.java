package org.safercommunities.portal.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes what the index answered fit to be shown. */
final class Results {

    private final SearchQuery query;
    private final Highlighter highlighter;

    Results(SearchQuery query, Highlighter highlighter) {
        this.query = query;
        this.highlighter = highlighter;
    }

    SearchHit hit(StoredThing thing) {
        return new SearchHit(
                thing.source(),
                UUID.fromString(thing.thingId()),
                highlighter.mark(thing.title()),
                snippet(thing),
                thing.kind(),
                Set.copyOf(thing.topics()),
                thing.agency(),
                LocalDate.ofEpochDay(thing.date()),
                thing.path(),
                Facts.read(thing.facts()));
    }

    /** From the words inside, unless the description has more of what was wanted. */
    private List<TextPart> snippet(StoredThing thing) {
        Highlighter.Snippet inside = thing.text() == null ? null : highlighter.snippet(thing.text());
        Highlighter.Snippet described = highlighter.snippet(thing.description());
        if (inside != null && (described == null || inside.different() >= described.different())) {
            return inside.parts();
        }
        if (described != null) {
            return described.parts();
        }
        return thing.opening().isEmpty() ? List.of() : List.of(new TextPart(thing.opening(), false));
    }

    Map<Facet, List<FacetValue>> facets(Map<Facet, Map<String, Long>> counts) {
        Map<Facet, List<FacetValue>> facets = new EnumMap<>(Facet.class);
        counts.forEach((facet, byValue) -> facets.put(facet, values(facet, byValue)));
        return facets;
    }

    /** What was chosen stays in sight even when it has no results left. */
    private List<FacetValue> values(Facet facet, Map<String, Long> byValue) {
        Set<String> chosen = query.chosen(facet);
        List<FacetValue> values = new ArrayList<>();
        byValue.forEach((value, count) -> values.add(new FacetValue(value, count, chosen.contains(value))));
        chosen.stream()
                .filter(value -> !byValue.containsKey(value))
                .forEach(value -> values.add(new FacetValue(value, 0, true)));
        values.sort(
                facet == Facet.YEAR
                        ? Comparator.comparing(FacetValue::value).reversed()
                        : Comparator.comparing(FacetValue::count).reversed().thenComparing(FacetValue::value));
        return List.copyOf(values);
    }
}
