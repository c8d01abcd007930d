package org.safercommunities.portal.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.search.SearchEntry;
import org.safercommunities.portal.search.SearchIndex;
import org.safercommunities.portal.shared.Dates;
import org.springframework.stereotype.Component;

/**
 * Says to search what of a published event can be found, and by whom: by its audience, and no rule beside it. The joining
 * link is never among it.
 */
@Component
class EventSearchEntries {

    static final String SOURCE = "events";
    /** Fact: when the first session starts, ISO 8601. */
    static final String STARTS = "starts";
    /** Fact: when the last session ends, ISO 8601. */
    static final String ENDS = "ends";
    /** Fact: {@code true} when it has been cancelled. */
    static final String CANCELLED = "cancelled";
    /** Fact: the venue's name; empty when online only. */
    static final String VENUE = "venue";

    private final SearchIndex index;
    private final SessionRecords sessions;

    EventSearchEntries(SearchIndex index, SessionRecords sessions) {
        this.index = index;
        this.sessions = sessions;
    }

    void put(Event event) {
        var programme = sessions.ofEvent(event.id());
        String body = programme.stream()
                .map(session -> session.title() + " " + session.description() + " "
                        + session.venue().name() + " "
                        + session.talks().stream()
                                .map(talk -> talk.title() + " " + talk.speaker() + " " + talk.summary())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        Map<String, String> facts = new HashMap<>(Map.of(
                SearchEntry.PUBLISHED,
                Objects.requireNonNull(event.publishedAt()).toString(),
                STARTS,
                event.startsAt().toString(),
                ENDS,
                event.endsAt().toString(),
                CANCELLED,
                String.valueOf(event.state() == EventState.CANCELLED)));
        programme.stream()
                .map(session -> session.venue().name())
                .filter(venue -> !venue.isEmpty())
                .findFirst()
                .ifPresent(venue -> facts.put(VENUE, venue));
        index.put(new SearchEntry(
                SOURCE,
                event.id(),
                event.title(),
                event.description(),
                body,
                event.kind().slug(),
                event.topics(),
                event.agency(),
                event.startsAt().atZone(Dates.KENT).toLocalDate(),
                "events/" + event.id(),
                event.audience().tokens(),
                facts));
    }

    void remove(UUID event) {
        index.remove(SOURCE, event);
    }
}
