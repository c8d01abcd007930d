package org.safercommunities.portal.shared.privacy;

/** What becomes of it when its time is over, and when the person has left. */
public enum Fate {
    ERASED("deleted"),
    PSEUDONYMISED("kept without a name"),
    NUMBER("kept as a number"),
    KEPT("kept as it is");

    private final String words;

    Fate(String words) {
        this.words = words;
    }

    public String inWords() {
        return words;
    }
}
