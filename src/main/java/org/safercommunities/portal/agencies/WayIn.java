package org.safercommunities.portal.agencies;

/** How somebody who has just been let in signs in for the first time. */
public enum WayIn {
    /** Their agency has a sign-in of its own, where they use their work password. */
    AGENCY,
    /** Keycloak sends them a mail with a link to choose a portal password. */
    INVITATION,
    /** They have a portal account already; no further mail comes. */
    ACCOUNT
}
