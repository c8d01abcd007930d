package org.safercommunities.portal.events.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventRules;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.HandedPacks;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.PoolFigures;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.shared.Dates;

/**
 * An event as the API gives it. The joining link is in none of it.
 *
 * @param pack the pack of the library that it hands to its delegates, for those who may open it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventJson(
        UUID id,
        String title,
        EventKind kind,
        EventState state,
        String description,
        List<String> topics,
        String agency,
        OffsetDateTime start,
        OffsetDateTime end,
        Registration registration,
        boolean approval,
        boolean open,
        @Nullable String cancelReason,
        @Nullable Pack pack,
        List<Session> sessions) {

    /**
     * @param marking the highest of what the caller sees in it
     * @param address its page
     * @param collection the pack itself over the API
     */
    record Pack(UUID id, String title, String marking, String address, String collection) {

        static @Nullable Pack of(HandedPacks.@Nullable Named pack) {
            return pack == null
                    ? null
                    : new Pack(
                            pack.id(),
                            pack.title(),
                            pack.marking().label(),
                            "/library/collections/" + pack.id(),
                            "/api/v1/collections/" + pack.id());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registration(
            @Nullable OffsetDateTime opens,
            @Nullable OffsetDateTime closes,
            @Nullable OffsetDateTime cancelUntil) {}

    /** @param hasJoiningLink whether there is an online meeting; those booked reach it by {@code join} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Session(
            UUID id,
            String title,
            String description,
            OffsetDateTime start,
            OffsetDateTime end,
            @Nullable VenueJson venue,
            boolean hasJoiningLink,
            String join,
            Map<Mode, Places> places,
            List<Talk> talks) {}

    /**
     * @param left how many the caller’s agency could have now
     * @param waiting how many people wait
     */
    record Places(int capacity, int left, int waiting) {}

    static EventJson of(EventDetails event, HandedPacks.@Nullable Named pack, Instant now) {
        EventRules rules = event.rules();
        return new EventJson(
                event.id(),
                event.title(),
                event.kind(),
                event.state(),
                event.description(),
                event.topics().stream().sorted().toList(),
                event.agency(),
                time(rules.startsAt()),
                time(rules.endsAt()),
                new Registration(
                        timeOrNull(rules.opens()), timeOrNull(rules.closes()), timeOrNull(rules.cancelUntil())),
                rules.approval(),
                event.isOpen(now),
                event.cancelReason(),
                Pack.of(pack),
                event.sessions().stream()
                        .map(session -> session(event.id(), session))
                        .toList());
    }

    private static Session session(UUID event, SessionDetails session) {
        Map<Mode, Places> places = new TreeMap<>();
        for (PoolFigures pool : session.pools()) {
            places.put(pool.mode(), new Places(pool.capacity(), pool.open(), pool.waiting()));
        }
        return new Session(
                session.id(),
                session.title(),
                session.description(),
                time(session.start()),
                time(session.end()),
                VenueJson.of(session.venue()),
                session.hasJoiningLink(),
                "/events/%s/join/%s".formatted(event, session.id()),
                places,
                session.talks());
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atZone(Dates.KENT).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }
}
