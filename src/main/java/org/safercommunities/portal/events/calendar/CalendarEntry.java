package org.safercommunities.portal.events.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.Venue;

/**
 * A session in somebody’s calendar. The address of an online meeting is not in it.
 *
 * @param title of the event
 * @param sessionTitle empty when the event has one session only
 * @param sequence rises with every change, so that calendars know which of two is newer
 * @param tentative whether it is not sure yet that they come
 */
public record CalendarEntry(
        UUID event,
        UUID session,
        UUID person,
        String title,
        String sessionTitle,
        Instant start,
        Instant end,
        Mode mode,
        Venue venue,
        int sequence,
        boolean tentative) {

    /** Always the same for a person and a session, and says nothing about either. */
    String uid() {
        return UUID.nameUUIDFromBytes((session + "/" + person).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    String summary() {
        String whole = sessionTitle.isEmpty() ? title : title + ": " + sessionTitle;
        return tentative ? "Not confirmed: " + whole : whole;
    }
}
