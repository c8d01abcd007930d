package org.safercommunities.portal.shared;

import java.util.Optional;

/** Whom the shell greets. The agencies module knows; pages that decide about access ask that module, never this. */
@FunctionalInterface
public interface CurrentPerson {

    /** The person signed in to the current page or request; empty on public pages and once a session has ended. */
    Optional<SignedInPerson> get();
}
