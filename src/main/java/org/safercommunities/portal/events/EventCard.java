package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in a list.
 *
 * @param modes how it can be attended
 * @param sessions how many there are to come to, each with places of its own
 * @param open places that the reader’s agency could have, all sessions together: 0 means the waiting list
 * @param waiting how many wait, over all sessions
 * @param mine how the reader’s own booking stands; null when there is none
 */
public record EventCard(
        UUID id,
        String title,
        EventKind kind,
        EventState state,
        boolean template,
        String agency,
        Instant start,
        Instant end,
        @Nullable Instant opens,
        @Nullable Instant closes,
        String venue,
        Set<Mode> modes,
        int sessions,
        int capacity,
        int open,
        int waiting,
        @Nullable PlaceState mine,
        List<String> topics) {

    public boolean isBookable(Instant now) {
        Instant last = closes != null && closes.isBefore(end) ? closes : end;
        return state == EventState.PUBLISHED && (opens == null || !now.isBefore(opens)) && now.isBefore(last);
    }
}
