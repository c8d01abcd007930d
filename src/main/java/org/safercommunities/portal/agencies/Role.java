package org.safercommunities.portal.agencies;

import java.util.Locale;

/**
 * What a person may do beyond what every signed-in practitioner may. Roles are given in the portal, never by an agency's
 * sign-in.
 */
public enum Role {
    /** Looks after the people and places of their own agency. */
    COORDINATOR(
            "Agency coordinator",
            "Sees who of their own agency has an account, adds colleagues, confirms and ends memberships."),
    /** Kent Community Safety Team: publishes in the library, runs events, writes bulletins. */
    EDITOR(
            "Editor",
            "Publishes in the library and sees everything in it, except what is shared with groups they are not in."),
    /** Reads the restricted papers of the groups they belong to. */
    BOARD_MEMBER("Board member", "Reads the restricted papers of the groups they belong to."),
    /** Looks after agencies, accounts and settings; sees no more content than others by virtue of it. */
    ADMINISTRATOR(
            "Administrator",
            "Looks after agencies, people, groups and the audit trail. Sees no more documents than before.");

    private final String inWords;
    private final String explanation;

    Role(String inWords, String explanation) {
        this.inWords = inWords;
        this.explanation = explanation;
    }

    /** As people say it, for example “Agency coordinator”. */
    public String inWords() {
        return inWords;
    }

    /** What it lets a person do, in one sentence. */
    public String explanation() {
        return explanation;
    }

    /** As the API writes it, for example {@code board-member}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name of the authority that Spring Security knows this role by, for {@code @RolesAllowed} and the like. */
    public String authority() {
        return "ROLE_" + name();
    }
}
