package org.safercommunities.portal.events;

/** How somebody takes part. */
public enum Mode {
    IN_PERSON("in the room", "In the room"),
    ONLINE("online", "Online");

    private final String inWords;
    private final String label;

    Mode(String inWords, String label) {
        this.inWords = inWords;
        this.label = label;
    }

    /** In the middle of a sentence: “a place in the room”. */
    public String inWords() {
        return inWords;
    }

    /** By itself, for example on a choice. */
    public String label() {
        return label;
    }
}
