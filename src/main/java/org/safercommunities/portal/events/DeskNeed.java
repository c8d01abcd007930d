package org.safercommunities.portal.events;

/** What somebody who is coming needs; shown at the desk of the event and nowhere else. */
public record DeskNeed(String name, String agencyName, String sessions, String dietary, String access) {}
