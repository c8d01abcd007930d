package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A booking as its owner sees it.
 *
 * @param automatic whether an offer is taken as accepted
 * @param places its sessions that live, by start
 */
public record OwnBooking(
        UUID id,
        UUID event,
        String eventTitle,
        EventKind kind,
        EventState eventState,
        Instant bookedAt,
        boolean automatic,
        List<OwnPlace> places) {

    /** When the first of its sessions starts. */
    public Instant start() {
        return places.getFirst().start();
    }
}
