package org.safercommunities.portal.library.ui;

import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.shared.SearchSuggestions;
import org.safercommunities.portal.shared.ui.FoundRows;
import org.springframework.stereotype.Component;

/** What the search box of the band offers while somebody types: titles that they may see. */
@Component
class LibrarySuggestions implements SearchSuggestions {

    private static final int MOST = 7;

    private final Search search;
    private final LibraryWords words;
    private final CurrentReader currentReader;

    LibrarySuggestions(Search search, LibraryWords words, CurrentReader currentReader) {
        this.search = search;
        this.words = words;
        this.currentReader = currentReader;
    }

    @Override
    public List<Suggestion> suggest(String typed) {
        LibraryWords.Names names = words.names();
        List<Suggestion> offers = new ArrayList<>();
        search.suggest(typed, currentReader.get(), MOST)
                .forEach(found -> offers.add(new Suggestion(
                        found.titleText(),
                        MarkingWords.beside(
                                names.kinds().getOrDefault(found.kind(), ""),
                                found.facts().getOrDefault(SearchEntry.MARKING, "")),
                        found.path(),
                        words.other(found.source()).map(FoundRows::icon).orElse("file-text"))));
        return offers;
    }
}
