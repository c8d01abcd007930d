package org.safercommunities.portal.agencies;

/**
 * What a person may do beyond what every signed-in practitioner may. Roles are given in the portal, never by an agency's
 * sign-in.
 */
public enum Role {
    /** Looks after the people and places of their own agency. */
    COORDINATOR,
    /** Kent Community Safety Team: publishes in the library, runs events, writes bulletins. */
    EDITOR,
    /** Reads the restricted papers of the groups they belong to. */
    BOARD_MEMBER,
    /** Looks after agencies, accounts and settings; sees no more content than others by virtue of it. */
    ADMINISTRATOR;

    /** The name of the authority that Spring Security knows this role by, for {@code @RolesAllowed} and the like. */
    public String authority() {
        return "ROLE_" + name();
    }
}
