package org.safercommunities.portal.notifications.notices;

/** The two sorts of notices, for each of which a person chooses when it comes by mail. */
public enum NoticeAbout {
    /** What they asked to hear of: topics, packs and documents they follow, and their saved searches. */
    FOLLOWED("What you follow", "New documents of topics, packs and searches you follow, and new versions."),
    /** What is theirs to do or to know: answers, reviews that are due, comments on what they own. */
    OWN("What concerns you", "Answers to you, reviews of your documents that are due, and comments for you.");

    private final String title;
    private final String words;

    NoticeAbout(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    public String words() {
        return words;
    }
}
