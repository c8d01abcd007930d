package org.safercommunities.portal.shared;

/** What is counted for each person or each place, each for itself. */
public enum Limited {
    /** Beginning and ending a sign-in, for each place; passwords themselves are Keycloak's to count. */
    SIGN_INS("sign in"),
    /** Answers that need no sign-in, and calls that were refused for want of one, for each place. */
    STRANGERS("ask"),
    /** Searches of a person, on pages and over the API. */
    SEARCHES("search"),
    /** Whole files. */
    DOWNLOADS("download files"),
    /** Thumbnails, pages and covers: a pack of two hundred documents shows as many at once. */
    PICTURES("look at pictures"),
    /** Files put in, each piece of a big one counted. */
    UPLOADS("put in files"),
    /** Every other call of the API. */
    CALLS("call the portal");

    private final String doing;

    Limited(String doing) {
        this.doing = doing;
    }

    /** As the end of “You … too often”. */
    public String doing() {
        return doing;
    }
}
