package org.safercommunities.portal.bench.extract;

import org.safercommunities.portal.storage.Inspection;

/** A file in the store, and what was found in it. */
record Stored(String sha256, String name, Inspection found) {

    /** What killed a worker is not done where it could hurt the bench itself. */
    boolean dangerous() {
        return found.state() == Inspection.State.TOO_SLOW || found.state() == Inspection.State.TOO_LARGE;
    }
}
