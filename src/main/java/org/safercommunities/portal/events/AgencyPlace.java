package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A colleague's place at an event to come, as the coordinator of their agency sees it: never what they need. */
public record AgencyPlace(
        UUID place,
        UUID event,
        String eventTitle,
        String sessionTitle,
        Instant start,
        Instant end,
        UUID person,
        String name,
        String email,
        Mode mode,
        PlaceState state,
        @Nullable Instant lapses,
        Instant cancelUntil) {}
