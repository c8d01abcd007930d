package org.safercommunities.portal.agencies;

/** What sort of group it is, as the partnership calls them. */
public enum GroupKind {
    BOARD("Partnership board"),
    WORKING_GROUP("Working group"),
    REVIEW_STEERING_GROUP("Review steering group"),
    TASK_GROUP("Task group");

    private final String inWords;

    GroupKind(String inWords) {
        this.inWords = inWords;
    }

    public String inWords() {
        return inWords;
    }
}
