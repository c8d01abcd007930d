package org.safercommunities.portal.events;

/**
 * How a place at a session stands. The first three hold a place of the pool; a waiting one waits for it; the others are
 * over, each for its own reason.
 */
public enum PlaceState {
    CONFIRMED,
    /** A freed place, held for a while for the person it is offered to. */
    OFFERED,
    AWAITING_APPROVAL,
    WAITING,
    /** Given up by the person, or taken from them by staff. */
    CANCELLED,
    /** An offer that the person did not want. */
    DECLINED,
    /** An offer that nobody answered in time, or a turn in a waiting list that has closed. */
    LAPSED,
    /** Not approved. */
    REFUSED,
    /** Given to a colleague. */
    GIVEN,
    /** Left for the other way of taking part. */
    CHANGED,
    /** The session or event does not take place. */
    CALLED_OFF;

    /** Whether it counts against the capacity. */
    public boolean holdsPlace() {
        return this == CONFIRMED || this == OFFERED || this == AWAITING_APPROVAL;
    }

    public boolean isLive() {
        return holdsPlace() || this == WAITING;
    }
}
