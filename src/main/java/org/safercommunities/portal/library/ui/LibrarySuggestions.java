package org.safercommunities.portal.library.ui;

import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.shared.SearchSuggestions;
import org.springframework.stereotype.Component;

/** What the search box of the band offers while somebody types: titles that they may see. */
@Component
class LibrarySuggestions implements SearchSuggestions {

    private static final int MOST = 7;

    private final Search search;
    private final Topics topics;
    private final CurrentReader currentReader;

    LibrarySuggestions(Search search, Topics topics, CurrentReader currentReader) {
        this.search = search;
        this.topics = topics;
        this.currentReader = currentReader;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
        var kinds = topics.kinds();
        List<Suggestion> offers = new ArrayList<>();
        search.suggest(typed, currentReader.get(), MOST)
                .forEach(found -> offers.add(new Suggestion(
                        found.titleText(),
                        kinds.stream()
                                .filter(kind -> kind.slug().equals(found.kind()))
                                .map(Topics.Kind::name)
                                .findFirst()
                                .orElse(""),
                        found.path(),
                        "file-text")));
        return offers;
    }
}
