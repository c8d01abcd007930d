package org.safercommunities.portal.notifications.notices;

/** When notices come by mail. */
public enum NoticeCadence {
    AT_ONCE("At once", "within a few minutes, several together where they come together"),
    DAILY("Once a day", "in the morning, if there is anything"),
    WEEKLY("Once a week", "on Monday morning, if there is anything"),
    PORTAL_ONLY("Not by mail", "only behind the bell in the portal");

    /** Of whoever has not chosen: often enough to be of use, seldom enough not to be a nuisance. */
    static final NoticeCadence UNCHOSEN = DAILY;

    private final String label;
    private final String words;

    NoticeCadence(String label, String words) {
        this.label = label;
        this.words = words;
    }

    public String label() {
        return label;
    }

    public String words() {
        return words;
    }
}
