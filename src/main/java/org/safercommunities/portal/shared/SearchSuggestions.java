package org.safercommunities.portal.shared;

import java.util.List;

/** What the search box of the shell offers while a person types. */
@FunctionalInterface
public interface SearchSuggestions {

    /**
     * At most about eight, best first, only what the current person may see.
     *
     * @param typed as typed, at least two characters
     */
    List<Suggestion> suggest(String typed);

    /**
     * @param title of the thing, or the words to search for
     * @param facts one short line, for example “Guidance, Kent Police”; may be empty
     * @param path where choosing it leads, for example {@code library/…}, without a leading slash
     * @param icon a name of {@code shared.ui.Icon}, for example {@code file-text}
     */
    record Suggestion(String title, String facts, String path, String icon) {}
}
