package org.safercommunities.portal.agencies;

/** Whoever is asking, in a page or over the API. */
public interface CurrentReader {

    /**
     * The person of the current request or page.
     *
     * @throws org.springframework.security.access.AccessDeniedException when nobody is signed in, or their agency or
     *     membership was switched off meanwhile
     */
    Reader get();
}
