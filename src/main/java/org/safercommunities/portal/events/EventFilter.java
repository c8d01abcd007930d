package org.safercommunities.portal.events;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events to list.
 *
 * @param from those that end after this; null for no limit
 * @param to those that start before this; null for no limit
 * @param topic slug; null for all
 * @param mode those that can be attended this way; null for either
 * @param withPlaces only those with a place that the reader’s agency could have now
 */
public record EventFilter(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String topic,
        @Nullable EventKind kind,
        @Nullable Mode mode,
        boolean withPlaces,
        Set<EventState> states,
        boolean newestFirst) {

    public static EventFilter upcoming(Instant now) {
        return new EventFilter(
                now, null, null, null, null, false, Set.of(EventState.PUBLISHED, EventState.CANCELLED), false);
    }

    public static EventFilter past(Instant now) {
        return new EventFilter(null, now, null, null, null, false, Set.of(EventState.PUBLISHED), true);
    }

    /** What editors are still at work on. */
    public static EventFilter drafts() {
        return new EventFilter(
                null, null, null, null, null, false, Set.of(EventState.DRAFT, EventState.SCHEDULED), false);
    }

    public EventFilter about(
            @Nullable String newTopic, @Nullable EventKind newKind, @Nullable Mode newMode, boolean places) {
        return new EventFilter(from, to, newTopic, newKind, newMode, places, states, newestFirst);
    }

    public EventFilter between(@Nullable Instant newFrom, @Nullable Instant newTo) {
        return new EventFilter(newFrom, newTo, topic, kind, mode, withPlaces, states, newestFirst);
    }
}
