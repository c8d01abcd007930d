package org.safercommunities.portal.events.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Audiences;
import org.safercommunities.portal.events.Allocation;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Talk;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.stereotype.Component;

/** Reads what the API’s callers say of events. */
@Component
class EventWishes {

    private final Audiences audiences;

    EventWishes(Audiences audiences) {
        this.audiences = audiences;
    }

    <T> T read(String json, Class<T> form) {
        return StrictJson.read(json, form, InvalidEvent::new);
    }

    EventPlan fresh(EventMetadata said) {
        if (said.title() == null || said.kind() == null || said.sessions() == null) {
            throw new InvalidEvent("title", "Give a title, a kind and at least one session");
        }
        EventMetadata.Registration registration = said.registration();
        return new EventPlan(
                said.title(),
                said.kind(),
                orElse(said.description(), ""),
                orElse(said.topics(), Set.of()),
                said.audience() == null ? Audience.ofEveryone() : audiences.of(said.audience()),
                registration == null ? null : instant(registration.opens()),
                registration == null ? null : instant(registration.closes()),
                registration == null ? null : instant(registration.cancelUntil()),
                orElse(said.approval(), false),
                orElse(said.offerHours(), EventPlan.OFFER_HOURS),
                orElse(said.reminderDays(), EventPlan.REMINDER_DAYS),
                orElse(said.asksDietary(), false),
                orElse(said.asksAccess(), true),
                said.sessions().stream().map(session -> session(session, null)).toList());
    }

    EventPlan changed(EventPlan before, EventMetadata said) {
        EventMetadata.Registration registration = said.registration();
        Map<UUID, SessionPlan> known = before.sessions().stream()
                .filter(session -> session.id() != null)
                .collect(Collectors.toMap(
                        session -> java.util.Objects.requireNonNull(session.id()), Function.identity()));
        return new EventPlan(
                orElse(said.title(), before.title()),
                orElse(said.kind(), before.kind()),
                orElse(said.description(), before.description()),
                orElse(said.topics(), before.topics()),
                said.audience() == null ? before.audience() : audiences.of(said.audience()),
                registration == null ? before.opens() : instant(registration.opens()),
                registration == null ? before.closes() : instant(registration.closes()),
                registration == null ? before.cancelUntil() : instant(registration.cancelUntil()),
                orElse(said.approval(), before.approval()),
                orElse(said.offerHours(), before.offerHours()),
                orElse(said.reminderDays(), before.reminderDays()),
                orElse(said.asksDietary(), before.asksDietary()),
                orElse(said.asksAccess(), before.asksAccess()),
                said.sessions() == null
                        ? before.sessions()
                        : said.sessions().stream()
                                .map(session -> session(session, session.id() == null ? null : known.get(session.id())))
                                .toList());
    }

    private static SessionPlan session(EventMetadata.Session said, @Nullable SessionPlan before) {
        Instant start = said.start() != null ? instant(said.start()) : before == null ? null : before.start();
        Instant end = said.end() != null ? instant(said.end()) : before == null ? null : before.end();
        if (start == null || end == null || said.capacity() == null && before == null) {
            throw new InvalidEvent("sessions", "Give each session a start, an end and a capacity");
        }
        return new SessionPlan(
                said.id(),
                orElse(said.title(), before == null ? "" : before.title()),
                orElse(said.description(), before == null ? "" : before.description()),
                start,
                end,
                said.venue() != null ? said.venue().venue() : before == null ? Venue.NOWHERE : before.venue(),
                orElse(said.joiningLink(), before == null ? "" : before.joiningLink()),
                orElse(
                        said.joinOpensMinutes(),
                        before == null ? SessionPlan.JOIN_OPENS_MINUTES : before.joinOpensMinutes()),
                orElse(said.capacity(), before == null ? Map.of() : before.capacity()),
                said.allocations() != null
                        ? said.allocations().stream()
                                .map(EventWishes::allocation)
                                .toList()
                        : before == null ? List.of() : before.allocations(),
                said.talks() != null
                        ? said.talks().stream().map(EventWishes::talk).toList()
                        : before == null ? List.of() : before.talks());
    }

    private static Allocation allocation(EventMetadata.AllocationJson said) {
        if (said.agency() == null) {
            throw new InvalidEvent("allocations", "Say for which agency places are kept");
        }
        return new Allocation(
                said.agency(), said.mode(), orElse(said.minimum(), 0), said.maximum(), instant(said.releaseAt()));
    }

    private static Talk talk(EventMetadata.TalkJson said) {
        return new Talk(
                orElse(said.title(), ""), orElse(said.speaker(), ""), said.minutes(), orElse(said.summary(), ""));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static <T> T orElse(@Nullable T said, T otherwise) {
        return said == null ? otherwise : said;
    }
}
