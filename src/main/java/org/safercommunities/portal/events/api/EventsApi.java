package org.safercommunities.portal.events.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.events.EventCard;
import org.safercommunities.portal.events.EventDetails;
import org.safercommunities.portal.events.EventFilter;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.EventPlans;
import org.safercommunities.portal.events.EventState;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.HandedPacks;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.events.KentTime;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.UnknownEvent;
import org.safercommunities.portal.shared.Created;
import org.safercommunities.portal.shared.Dates;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "Events")
class EventsApi {

    private static final int MOST = 200;

    private final Events events;
    private final EventPlanning planning;
    private final EventPlans plans;
    private final EventWishes wishes;
    private final HandedPacks packs;
    private final CurrentReader currentReader;
    private final Clock clock;

    EventsApi(
            Events events,
            EventPlanning planning,
            EventPlans plans,
            EventWishes wishes,
            HandedPacks packs,
            CurrentReader currentReader,
            Clock clock) {
        this.events = events;
        this.planning = planning;
        this.plans = plans;
        this.wishes = wishes;
        this.packs = packs;
        this.currentReader = currentReader;
        this.clock = clock;
    }

    @Operation(summary = "Events that you may see, by start; those to come unless from or to says otherwise")
    @GetMapping
    Found list(
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable String topic,
            @RequestParam @Nullable EventKind kind,
            @RequestParam @Nullable Mode mode,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        if (page < 0 || size < 1 || size > MOST || page > Integer.MAX_VALUE / size) {
            throw new InvalidEvent("size", "Pages count from 0; a page has 1 to %d events".formatted(MOST));
        }
        KentTime.unlessInCalendar(from, "from");
        KentTime.unlessInCalendar(to, "to");
        Reader reader = currentReader.get();
        EventFilter filter = EventFilter.upcoming(clock.instant()).about(topic, kind, mode, false);
        if (from != null || to != null) {
            filter = filter.between(
                    from == null ? null : from.atStartOfDay(Dates.KENT).toInstant(),
                    to == null ? null : to.plusDays(1).atStartOfDay(Dates.KENT).toInstant());
        }
        return new Found(
                events.list(filter, page * size, size, reader).stream()
                        .map(EventsApi::item)
                        .toList(),
                events.count(filter, reader));
    }

    @Operation(
            summary =
                    "One event, with its sessions, places left, the number of people who wait, and its pack if you may open it")
    @GetMapping("/{id}")
    EventJson one(@PathVariable UUID id) {
        Reader reader = currentReader.get();
        EventDetails event = events.find(id, reader).orElseThrow(() -> new UnknownEvent(id));
        return EventJson.of(event, packs.named(Set.of(id), reader).get(id), clock.instant());
    }

    @Operation(summary = "Plan an event (editors). It is a draft until it is published.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EventJson> draft(@RequestBody String body) {
        Reader reader = editor();
        UUID id = planning.draft(wishes.fresh(wishes.read(body, EventMetadata.class)), reader);
        return Created.below(id).body(one(id));
    }

    @Operation(
            summary = "Change an event (editors). Those booked are told when time or venue of their session changes.")
    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    EventJson change(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = seen(id);
        EventPlan before = plans.plan(id, reader).orElseThrow(() -> new UnknownEvent(id));
        planning.change(id, wishes.changed(before, wishes.read(body, EventMetadata.class)), reader);
        return one(id);
    }

    @Operation(summary = "Publish an event (editors), now or {\"at\": a time}")
    @PostMapping("/{id}/publish")
    EventJson publish(@PathVariable UUID id, @RequestBody(required = false) @Nullable String body) {
        Reader reader = seen(id);
        OffsetDateTime at = body == null ? null : wishes.read(body, At.class).at();
        if (at == null) {
            planning.publish(id, reader);
        } else {
            planning.publishAt(id, at.toInstant(), reader);
        }
        return one(id);
    }

    @Operation(summary = "Cancel an event (editors). {\"reason\": …} stands in everybody’s mail.")
    @PostMapping("/{id}/cancel")
    EventJson cancel(@PathVariable UUID id, @RequestBody String body) {
        Reader reader = seen(id);
        String reason = wishes.read(body, Reason.class).reason();
        planning.cancel(id, reason == null ? "" : reason, reader);
        return one(id);
    }

    /** Unknown first, then forbidden: whoever may see an event may learn that they do not run it. */
    private Reader seen(UUID id) {
        Reader reader = currentReader.get();
        if (events.find(id, reader).isEmpty()) {
            throw new UnknownEvent(id);
        }
        return editor();
    }

    private Reader editor() {
        Reader reader = currentReader.get();
        if (!reader.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors plan events");
        }
        return reader;
    }

    private static Item item(EventCard event) {
        return new Item(
                event.id(),
                event.title(),
                event.kind(),
                event.state(),
                event.agency(),
                EventJson.time(event.start()),
                EventJson.time(event.end()),
                event.venue(),
                event.modes(),
                event.topics(),
                event.capacity(),
                event.open(),
                event.waiting(),
                event.mine() == null ? null : event.mine().name());
    }

    record Found(List<Item> items, int total) {}

    record At(@Nullable OffsetDateTime at) {}

    record Reason(@Nullable String reason) {}

    /** @param mine how the caller’s own booking stands */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            String title,
            EventKind kind,
            EventState state,
            String agency,
            OffsetDateTime start,
            OffsetDateTime end,
            String venue,
            Set<Mode> modes,
            List<String> topics,
            int capacity,
            int left,
            int waiting,
            @Nullable String mine) {}
}
