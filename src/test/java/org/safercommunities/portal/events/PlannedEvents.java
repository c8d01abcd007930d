package org.safercommunities.portal.events;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationContext;

/** Events that the desk's tests plan. */
final class PlannedEvents {

    static final String LINK = "https://meet.example/secret-room";

    private final EventPlanning planning;

    PlannedEvents(ApplicationContext portal) {
        planning = portal.getBean(EventPlanning.class);
    }

    static EventPlan plan(Instant start, boolean approval, Map<Mode, Integer> capacity, List<Allocation> kept) {
        SessionPlan session = new SessionPlan(
                null,
                "",
                "",
                start,
                start.plus(Duration.ofHours(2)),
                new Venue("Shire Hall", "1 High Street", "https://maps.example/1", "Lift"),
                LINK,
                15,
                capacity,
                kept,
                List.of(new Talk("Welcome", "Bramble Stour", 10, "")));
        return new EventPlan(
                "Doorstep safety",
                EventKind.SEMINAR,
                "",
                Set.of(),
                Audience.ofEveryone(),
                null,
                null,
                null,
                approval,
                8,
                Set.of(7),
                true,
                true,
                List.of(session));
    }

    UUID published(boolean approval, Map<Mode, Integer> capacity, List<Allocation> kept, Reader by) {
        Instant start = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MINUTES);
        UUID event = planning.draft(plan(start, approval, capacity, kept), by);
        planning.publish(event, by);
        return event;
    }
}
