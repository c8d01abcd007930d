package org.safercommunities.portal.events;

/** How far an event has come. Whether it is over is a matter of the clock, not of its state. */
public enum EventState {
    /** Seen by editors only. */
    DRAFT,
    /** A draft that publishes itself at a set time. */
    SCHEDULED,
    PUBLISHED,
    CANCELLED
}
