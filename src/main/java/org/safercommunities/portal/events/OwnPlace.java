package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One session of a booking as its owner sees it.
 *
 * @param position in the waiting list, from 1; null when not waiting
 * @param lapsesAt until when an offer stands; null when there is none
 * @param reason why it came to this state, when that was given
 * @param cancelUntil until when they may give it up themselves
 * @param joinOpens when those booked online are let into the meeting; null when it is not theirs to join or there is none
 * @param replaces the place that is given up once this one is theirs
 */
public record OwnPlace(
        UUID place,
        UUID session,
        String sessionTitle,
        Instant start,
        Instant end,
        Venue venue,
        Mode mode,
        PlaceState state,
        @Nullable Integer position,
        @Nullable Instant lapsesAt,
        @Nullable String reason,
        Instant cancelUntil,
        @Nullable Instant joinOpens,
        @Nullable UUID replaces) {}
