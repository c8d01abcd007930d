package org.safercommunities.portal.events;

import java.util.Set;
import java.util.UUID;

/**
 * What somebody wants of an event.
 *
 * @param sessions which ones; empty for the only one, or for all where none overlap
 * @param dietary what they cannot eat; seen only by those who act on it
 * @param access what they need to take part; likewise
 * @param automatic take a place from the waiting list for them without asking
 */
public record BookingWish(Mode mode, Set<UUID> sessions, String dietary, String access, boolean automatic) {

    private static final int LONGEST = 1000;

    public BookingWish {
        sessions = Set.copyOf(sessions);
        dietary = dietary.strip();
        access = access.strip();
        InvalidEvent.unless(dietary.length() <= LONGEST, "dietary", "Shorten this to at most 1,000 characters");
        InvalidEvent.unless(access.length() <= LONGEST, "access", "Shorten this to at most 1,000 characters");
    }

    public static BookingWish of(Mode mode) {
        return new BookingWish(mode, Set.of(), "", "", false);
    }
}
