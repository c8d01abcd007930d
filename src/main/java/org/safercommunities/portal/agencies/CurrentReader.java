package org.safercommunities.portal.agencies;

import java.util.Optional;
import java.util.UUID;

/** Whoever is asking, in a page or over the API. */
public interface CurrentReader {

    /**
     * The person of the current request or page.
     *
     * @throws org.springframework.security.access.AccessDeniedException when nobody is signed in, or their agency or
     *     membership was switched off meanwhile
     */
    Reader get();

    /** Their id, also when they may no longer come in; empty when nobody is signed in. Asks nothing of the database. */
    default Optional<UUID> personId() {
        return Optional.of(get().personId());
    }
}
