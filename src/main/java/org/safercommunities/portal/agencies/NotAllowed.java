package org.safercommunities.portal.agencies;

import org.springframework.security.access.AccessDeniedException;

/** The checks that staff actions begin with; each throws {@link AccessDeniedException}. */
public final class NotAllowed {

    private NotAllowed() {}

    public static void unlessAdministrator(Reader by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only an administrator may do this");
        }
    }

    /** For what people do only after a second one has agreed. */
    static void unlessPortal(Reader by) {
        if (by.actor() != null || !by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("A second administrator has to agree to this");
        }
    }

    /** Administrators look after every agency, coordinators after their own. */
    static void unlessLookingAfter(String agency, Reader by) {
        if (!looksAfter(agency, by)) {
            throw new AccessDeniedException("Only an administrator, or the agency’s own coordinator, may do this");
        }
    }

    static boolean looksAfter(String agency, Reader by) {
        return by.is(Role.ADMINISTRATOR)
                || by.is(Role.COORDINATOR) && by.agencyId().equals(agency);
    }
}
