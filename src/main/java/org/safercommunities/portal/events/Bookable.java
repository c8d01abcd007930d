package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An event as far as its places are concerned.
 *
 * @param sessions those that take place, in order
 */
record Bookable(UUID event, EventState state, EventRules rules, Map<UUID, Hours> sessions) {

    record Hours(Instant start, Instant end) {

        boolean overlaps(Hours other) {
            return start.isBefore(other.end) && other.start.isBefore(end);
        }
    }

    Bookable {
        sessions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sessions));
    }

    Instant startOf(UUID session) {
        Hours hours = sessions.get(session);
        if (hours == null) {
            throw new UnknownEvent(session);
        }
        return hours.start();
    }

    Instant cutOff(UUID session) {
        return rules.cutOff(startOf(session));
    }

    /** Whether places of this session are booked and waited for at this moment. */
    boolean isOpen(UUID session, Instant now) {
        return rules.hasOpened(now) && isGivenOut(session, now);
    }

    /** Whether freed places go to those who wait; also before booking opens, for staff may have booked people by then. */
    boolean isGivenOut(UUID session, Instant now) {
        return state == EventState.PUBLISHED && sessions.containsKey(session) && now.isBefore(cutOff(session));
    }
}
