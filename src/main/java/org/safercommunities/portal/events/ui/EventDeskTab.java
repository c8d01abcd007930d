package org.safercommunities.portal.events.ui;

/** The parts of the desk. */
enum EventDeskTab {
    PEOPLE("People"),
    WAITING("Waiting"),
    NEEDS("Needs"),
    MESSAGES("Messages"),
    ATTENDANCE("Attendance"),
    RECORDINGS("Recordings"),
    HISTORY("History");

    private final String label;

    EventDeskTab(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
