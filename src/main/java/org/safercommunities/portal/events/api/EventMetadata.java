package org.safercommunities.portal.events.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audiences.Written;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.Mode;

/**
 * What the API’s callers say of an event. What is left out takes its default, in a PATCH it stays as it is; sessions are given
 * all together, those that stay with their ids.
 */
record EventMetadata(
        @Nullable String title,
        @Nullable EventKind kind,
        @Nullable String description,
        @Nullable Set<String> topics,
        @Nullable Written audience,
        @Nullable Registration registration,
        @Nullable Boolean approval,
        @Nullable Integer offerHours,
        @Nullable Set<Integer> reminderDays,
        @Nullable Boolean asksDietary,
        @Nullable Boolean asksAccess,
        @Nullable List<Session> sessions) {

    record Registration(
            @Nullable OffsetDateTime opens,
            @Nullable OffsetDateTime closes,
            @Nullable OffsetDateTime cancelUntil) {}

    /** @param joiningLink is written here and read nowhere */
    record Session(
            @Nullable UUID id,
            @Nullable String title,
            @Nullable String description,
            @Nullable OffsetDateTime start,
            @Nullable OffsetDateTime end,
            @Nullable VenueJson venue,
            @Nullable String joiningLink,
            @Nullable Integer joinOpensMinutes,
            @Nullable Map<Mode, Integer> capacity,
            @Nullable List<AllocationJson> allocations,
            @Nullable List<TalkJson> talks) {}

    record AllocationJson(
            @Nullable String agency,
            @Nullable Mode mode,
            @Nullable Integer minimum,
            @Nullable Integer maximum,
            @Nullable OffsetDateTime releaseAt) {}

    record TalkJson(
            @Nullable String title,
            @Nullable String speaker,
            @Nullable Integer minutes,
            @Nullable String summary) {}
}
