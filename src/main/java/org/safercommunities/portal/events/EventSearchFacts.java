package org.safercommunities.portal.events;

/** The names under which search keeps what a result of an event shows. */
public final class EventSearchFacts {

    public static final String SOURCE = EventSearchEntries.SOURCE;
    public static final String STARTS = EventSearchEntries.STARTS;
    public static final String ENDS = EventSearchEntries.ENDS;
    public static final String CANCELLED = EventSearchEntries.CANCELLED;
    public static final String VENUE = EventSearchEntries.VENUE;

    private EventSearchFacts() {}
}
