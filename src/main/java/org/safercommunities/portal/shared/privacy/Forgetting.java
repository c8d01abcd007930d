package org.safercommunities.portal.shared.privacy;

import java.util.UUID;

/**
 * A module’s part in forgetting somebody whose account is erased. All parts run in one transaction for each person, so that nobody is
 * forgotten by half; what cannot be undone with it, such as files, is left to the module’s own sweep.
 */
@FunctionalInterface
public interface Forgetting {

    /** Said of somebody who is no longer known. */
    String NOBODY = "Former member";

    /** Erases or pseudonymises by the module’s rules. To do it again does nothing more. */
    void forget(Leaver leaver);

    /** @param email as it was until now; @param name as it was until now */
    record Leaver(UUID person, String email, String name) {

        /** As SQL has it. */
        public String id() {
            return person.toString();
        }
    }
}
