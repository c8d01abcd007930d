package org.safercommunities.portal.events;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens an event to its audience. The caller has asked whether somebody may, and holds what is to be held. */
@Component
class EventPublishing {

    private final EventRecords events;
    private final EventSearchEntries searchEntries;
    private final Turns turns;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    EventPublishing(
            EventRecords events,
            EventSearchEntries searchEntries,
            Turns turns,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.events = events;
        this.searchEntries = searchEntries;
        this.turns = turns;
        this.messages = messages;
        this.clock = clock;
    }

    void publish(Event event, Reader by) {
        if (event.state() == EventState.DRAFT || event.state() == EventState.SCHEDULED) {
            unlessTemplate(event);
            InvalidEvent.unless(
                    event.endsAt().isAfter(clock.instant()),
                    "start",
                    "The event is over already. Enter a date to come");
            event.publish(clock.instant());
            events.saveAndFlush(event);
            searchEntries.put(event);
            messages.publishEvent(new EventMessage(event.id(), "published", Map.of(), by.actor()));
        }
    }

    void unlessTemplate(Event event) {
        InvalidEvent.unless(!event.isTemplate(), "event", "This is a template. Duplicate it and publish the copy");
    }

    /** Whoever set the time may by now see less than they did then; the time counts. */
    void publishScheduled(UUID id, Reader portal) {
        turns.run(() -> events.hold(id)
                .filter(event -> event.state() == EventState.SCHEDULED)
                .ifPresent(event -> publish(event, portal)));
    }
}
