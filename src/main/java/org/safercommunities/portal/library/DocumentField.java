package org.safercommunities.portal.library;

/** What of a document can change, as its history tells it. */
public enum DocumentField {
    TITLE("Title"),
    DESCRIPTION("Description"),
    KIND("Kind"),
    TOPICS("Topics"),
    MARKING("Marking"),
    HANDLING("How to handle it"),
    AUDIENCE("Who may see it"),
    DELEGATES("Open to the delegates of a pack"),
    REVIEW("Review due"),
    OWNER("Owner"),
    VISIBLE_FROM("Visible from"),
    VISIBLE_UNTIL("Visible until"),
    DISPOSAL("Kept until"),
    BASIS("Why it is kept"),
    FILE("File"),
    ORIGIN("Where it is from"),
    STATE("State");

    private final String label;

    DocumentField(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
