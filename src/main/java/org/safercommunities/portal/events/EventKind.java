package org.safercommunities.portal.events;

/** What an event is called in the partnership. */
public enum EventKind {
    INFORMATION_SESSION("Information session"),
    SEMINAR("Seminar"),
    WORKSHOP("Workshop"),
    TRAIN_THE_TRAINER("Train the trainer"),
    CONFERENCE("Conference");

    private final String inWords;

    EventKind(String inWords) {
        this.inWords = inWords;
    }

    /** As people say it, for example “Information session”. */
    public String inWords() {
        return inWords;
    }

    /** As addresses and the search index have it, for example {@code information-session}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
