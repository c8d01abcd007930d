package org.safercommunities.portal;

import java.util.List;
import org.safercommunities.portal.shared.SearchSuggestions;
import org.safercommunities.portal.shared.SearchSuggestions.Suggestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Suggestions for the box in the band. When search is away the box still leads to the search page. */
@Component
class ShellSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ShellSearch.class);
    private static final int SHORTEST = 2;

    private final ObjectProvider<SearchSuggestions> sources;

    ShellSearch(ObjectProvider<SearchSuggestions> sources) {
        this.sources = sources;
    }

    List<Suggestion> suggest(String typed) {
        if (typed.length() < SHORTEST) {
            return List.of();
        }
        try {
            return sources.orderedStream()
                    .flatMap(source -> source.suggest(typed).stream())
                    .toList();
        } catch (RuntimeException unavailable) {
            LOG.warn("No suggestions while searching", unavailable);
            return List.of();
        }
    }
}
