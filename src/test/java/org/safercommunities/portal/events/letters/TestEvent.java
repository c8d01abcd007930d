package org.safercommunities.portal.events.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.Events;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionDetails;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.ApplicationContext;

/** A published event for tests: as many sessions as wanted, an hour each, one after the other. */
record TestEvent(UUID id, Instant start, List<UUID> sessions, int places, EventPlanning planning, Reader editor) {

    static final String LINK = "https://meet.example/secret-room";

    static TestEvent of(ApplicationContext portal, Reader editor, Duration ahead, int sessions, int places) {
        EventPlanning planning = portal.getBean(EventPlanning.class);
        // At ten, so that all sessions are on the same day whenever the test runs
        Instant start = Instant.now()
                .plus(ahead)
                .atZone(Dates.KENT)
                .toLocalDate()
                .atTime(10, 0)
                .atZone(Dates.KENT)
                .toInstant();
        UUID id = planning.draft(plan(start, sessions, places, List.of(), "Oast Hall"), editor);
        planning.publish(id, editor);
        List<UUID> ids = portal.getBean(Events.class).find(id, editor).orElseThrow().sessions().stream()
                .map(SessionDetails::id)
                .toList();
        return new TestEvent(id, start, ids, places, planning, editor);
    }

    void move(Duration by, String venue) {
        planning.change(id, plan(start.plus(by), sessions.size(), places, sessions, venue), editor);
    }

    private static EventPlan plan(Instant start, int sessions, int places, List<UUID> ids, String venue) {
        List<SessionPlan> plans = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            @Nullable UUID id = ids.isEmpty() ? null : ids.get(i);
            plans.add(new SessionPlan(
                    id,
                    sessions == 1 ? "" : "Part " + (i + 1),
                    "",
                    start.plus(Duration.ofHours(i)),
                    start.plus(Duration.ofHours(i + 1)),
                    new Venue(venue, "1 Mill Lane, Maidstone", "", "Step-free"),
                    LINK,
                    15,
                    Map.of(Mode.IN_PERSON, places, Mode.ONLINE, places),
                    List.of(),
                    List.of()));
        }
        return new EventPlan(
                "Spotting coercion",
                EventKind.SEMINAR,
                "Come",
                Set.of(),
                Audience.ofEveryone(),
                null,
                null,
                null,
                false,
                8,
                Set.of(7, 1),
                true,
                true,
                plans);
    }
}
