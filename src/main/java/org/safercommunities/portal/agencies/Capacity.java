package org.safercommunities.portal.agencies;

/** As what somebody is in a group. */
public enum Capacity {
    CHAIR("Chair"),
    MEMBER("Member"),
    SUBSTITUTE("Substitute");

    private final String inWords;

    Capacity(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
