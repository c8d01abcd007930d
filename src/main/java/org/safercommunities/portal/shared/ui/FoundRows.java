package org.safercommunities.portal.shared.ui;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.HighlightedText;

/**
 * How things of one module look among the results of a search. Modules contribute these as beans, so that the page of results
 * need not know them. What may be found at all is decided in the query, never here.
 */
public interface FoundRows {

    /** The name that search knows the module by, for example {@code events}. */
    String source();

    /** What its things are called together, for example “Events”. */
    String name();

    /** The icon of a suggestion, a name of {@link Icon}. */
    String icon();

    /** Its kinds in words, by slug. */
    Map<String, String> kinds();

    Row row(Found found);

    /**
     * A result, as its module put it into the index.
     *
     * @param agency the agency's name; may be empty
     */
    record Found(
            UUID id,
            HighlightedText title,
            HighlightedText snippet,
            String kind,
            String agency,
            LocalDate date,
            String path,
            Map<String, String> facts) {}
}
