package org.safercommunities.portal.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of what a reader may see of what they searched for.
 *
 * @param total all results, exactly
 * @param facets values by descending count; a facet's own choices do not shrink its counts
 * @param alsoSearched long forms of abbreviations that were typed, and the other way round
 * @param didYouMean made only of words in things that this reader may see
 * @param catchingUp whether the index is still being made, so that things may be missing
 */
public record SearchResults(
        List<SearchHit> hits,
        long total,
        Map<Facet, List<FacetValue>> facets,
        List<String> alsoSearched,
        Matching matching,
        @Nullable Correction didYouMean,
        boolean catchingUp) {

    public List<FacetValue> facet(Facet facet) {
        return facets.getOrDefault(facet, List.of());
    }
}
