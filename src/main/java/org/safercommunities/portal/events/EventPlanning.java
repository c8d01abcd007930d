package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans events, changes and cancels them. Editors do; what an editor may not see is to them as if it were not there. */
@Service
public class EventPlanning {

    private final EventRecords events;
    private final SessionPlans sessionPlans;
    private final Pools pools;
    private final WhoMaySeeEvent whoMaySee;
    private final EventTopics topics;
    private final EventSearchEntries searchEntries;
    private final EventPublishing publishing;
    private final Turns turns;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    EventPlanning(
            EventRecords events,
            SessionPlans sessionPlans,
            Pools pools,
            WhoMaySeeEvent whoMaySee,
            EventTopics topics,
            EventSearchEntries searchEntries,
            EventPublishing publishing,
            Turns turns,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.events = events;
        this.sessionPlans = sessionPlans;
        this.pools = pools;
        this.whoMaySee = whoMaySee;
        this.topics = topics;
        this.searchEntries = searchEntries;
        this.publishing = publishing;
        this.turns = turns;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Keeps a plan as a draft that editors see.
     *
     * @return the id of the new event
     * @throws InvalidEvent says what to do and at which field
     */
    @Transactional
    public UUID draft(EventPlan plan, Reader by) {
        if (!by.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only the Kent Community Safety Team’s editors plan events");
        }
        topics.check(plan);
        Event event =
                events.saveAndFlush(new Event(UUID.randomUUID(), plan, by.agencyId(), by.personId(), clock.instant()));
        sessionPlans.write(event.id(), plan, true);
        tell(event, "drafted", Map.of(), by);
        return event.id();
    }

    /**
     * Changes an event. Those who have a place or wait are told when time, venue or title of their session changed; sessions
     * left out of the plan are called off.
     *
     * @throws InvalidEvent also when fewer places are planned than are taken
     */
    public void change(UUID id, EventPlan plan, Reader by) {
        turns.run(() -> held(id, by, event -> {
            InvalidEvent.unless(
                    event.state() != EventState.CANCELLED,
                    "event",
                    "A cancelled event is not changed. Duplicate it instead");
            topics.check(plan);
            event.describe(plan);
            events.saveAndFlush(event);
            sessionPlans.write(id, plan, event.state() != EventState.PUBLISHED);
            if (event.state() == EventState.PUBLISHED) {
                searchEntries.put(event);
            }
            tell(event, "changed", Map.of(), by);
        }));
    }

    /** Opens an event to its audience now. Those whom staff have given places hear of it by then. */
    public void publish(UUID id, Reader by) {
        turns.run(() -> held(id, by, event -> publishing.publish(event, by)));
    }

    /** Publishes by itself at a time to come. */
    public void publishAt(UUID id, Instant at, Reader by) {
        turns.run(() -> held(id, by, event -> {
            publishing.unlessTemplate(event);
            InvalidEvent.unless(at.isAfter(clock.instant()), "publishAt", "Enter a time to come");
            InvalidEvent.unless(at.isBefore(event.startsAt()), "publishAt", "Enter a time before the event starts");
            InvalidEvent.unless(
                    event.state() == EventState.DRAFT || event.state() == EventState.SCHEDULED,
                    "publishAt",
                    "This event is published already");
            event.schedule(at);
            events.saveAndFlush(event);
            tell(event, "scheduled", Map.of("at", at.toString()), by);
        }));
    }

    /** Takes back that an event publishes itself. */
    public void keepAsDraft(UUID id, Reader by) {
        turns.run(() -> held(id, by, event -> {
            if (event.state() == EventState.SCHEDULED) {
                event.backToDraft();
                events.saveAndFlush(event);
                tell(event, "kept-as-draft", Map.of(), by);
            }
        }));
    }

    /** A draft to duplicate from, which is never published itself. */
    public void useAsTemplate(UUID id, boolean asTemplate, Reader by) {
        turns.run(() -> held(id, by, event -> {
            InvalidEvent.unless(
                    event.state() == EventState.DRAFT,
                    "event",
                    "Only a draft can be a template. Duplicate the event first");
            event.useAsTemplate(asTemplate);
            events.saveAndFlush(event);
            tell(event, asTemplate ? "made-template" : "made-draft", Map.of(), by);
        }));
    }

    /** Cancels the event: every place ends, and everybody concerned is told the reason. */
    public void cancel(UUID id, String reason, Reader by) {
        String words = reason.strip();
        InvalidEvent.unless(
                !words.isEmpty() && words.length() <= 1000,
                "reason",
                "Tell people why, in at most 1,000 characters: it stands in their mail");
        turns.run(() -> held(id, by, event -> {
            InvalidEvent.unless(
                    event.state() == EventState.PUBLISHED, "event", "Only a published event can be cancelled");
            event.cancel(words, clock.instant());
            events.saveAndFlush(event);
            sessionPlans.callOffAll(id, words, by);
            searchEntries.put(event);
            tell(event, "cancelled", Map.of("reason", words), by);
        }));
    }

    private void held(UUID id, Reader by, Consumer<Event> change) {
        whoMaySee.unlessRuns(by, id);
        // The pools first, as everybody who books does, so that neither waits for the other in a circle
        pools.holdAll(id);
        Event event = events.hold(id).orElseThrow(() -> new UnknownEvent(id));
        change.accept(event);
    }

    private void tell(Event event, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new EventMessage(event.id(), what, details, by.actor()));
    }
}
