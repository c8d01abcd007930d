package org.safercommunities.portal.library.following;

import java.time.Instant;
import java.util.UUID;

/**
 * A search somebody wants to come back to and to hear of.
 *
 * @param query its words and filters, as the address of the page has them
 * @param documentsOnly whether it was saved in the library rather than in the search over everything
 */
public record SavedSearch(UUID id, String name, String query, boolean documentsOnly, Instant created) {

    /** The page that shows it, without a leading slash. */
    public String path() {
        return (documentsOnly ? "library?" : "search?") + query;
    }
}
