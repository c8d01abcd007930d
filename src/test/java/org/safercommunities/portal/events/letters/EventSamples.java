package org.safercommunities.portal.events.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.events.PlaceState;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.notifications.Letter;

/** Letters of every kind, for tests. */
final class EventSamples {

    static final Instant NOW = Instant.parse("2027-03-21T10:00:00Z");
    private static final UUID EVENT = UUID.fromString("0e000000-0000-4000-8000-000000000001");
    private static final Venue HALL =
            new Venue("Oast Hall", "1 Mill Lane, Maidstone ME14 1AA", "", "Step-free, with a hearing loop");

    private EventSamples() {}

    static Letter of(NoticeKind kind, boolean newcomer, int sessions, String title) {
        return EventWords.of(facts(kind, newcomer, sessions, title), NOW);
    }

    static LetterFacts facts(NoticeKind kind, boolean newcomer, int sessions, String title) {
        PersonSummary person = new PersonSummary(
                UUID.randomUUID(),
                "rowan@swale.example",
                "Rowan Weald",
                "swale",
                Set.of(),
                true,
                true,
                newcomer ? null : NOW,
                NOW,
                null);
        List<ToldPlace> places = new ArrayList<>();
        for (int i = 0; i < sessions; i++) {
            places.add(place(kind, i, sessions));
        }
        return new LetterFacts(
                kind, EVENT, title, person, newcomer ? "Quill Hart" : "", false, "", words(kind), places);
    }

    private static ToldPlace place(NoticeKind kind, int number, int sessions) {
        Instant start = Instant.parse("2027-03-28T08:30:00Z").plusSeconds(7200L * number);
        PlaceState state = state(kind);
        @Nullable PlaceState before = kind == NoticeKind.CANCELLED ? PlaceState.CONFIRMED : null;
        return new ToldPlace(
                UUID.randomUUID(),
                UUID.randomUUID(),
                sessions == 1 ? "" : "Part %d: what to look for".formatted(number + 1),
                start,
                start.plusSeconds(5400),
                number % 2 == 0 ? HALL : Venue.NOWHERE,
                number % 2 == 0 ? Mode.IN_PERSON : Mode.ONLINE,
                state,
                before,
                null,
                state == PlaceState.WAITING ? 4 : 0,
                state == PlaceState.OFFERED ? NOW.plusSeconds(90_000) : null,
                state == PlaceState.OFFERED ? "Longest waiting" : null,
                NOW);
    }

    private static PlaceState state(NoticeKind kind) {
        return switch (kind) {
            case WAITING, WAITING_LIST_CLOSED -> PlaceState.WAITING;
            case AWAITING_APPROVAL -> PlaceState.AWAITING_APPROVAL;
            case OFFERED -> PlaceState.OFFERED;
            case OFFER_LAPSED -> PlaceState.LAPSED;
            case CANCELLED -> PlaceState.CANCELLED;
            case REFUSED -> PlaceState.REFUSED;
            case GIVEN_AWAY -> PlaceState.GIVEN;
            case EVENT_CANCELLED, SESSION_CANCELLED -> PlaceState.CALLED_OFF;
            default -> PlaceState.CONFIRMED;
        };
    }

    private static List<String> words(NoticeKind kind) {
        return switch (kind) {
            case EVENT_CHANGED ->
                List.of(
                        "The time has changed. It was: Sunday 28 March 2027, 8am to 10am.\nThe venue has changed. It was: Mill House.");
            case EVENT_CANCELLED, REFUSED -> List.of("The speaker is ill. We hope to find another day.");
            case MESSAGE -> List.of("Please bring a pen.\n\nThe car park is closed:\nuse the one at the station.");
            case OFFER_ACCEPTED_FOR_YOU -> List.of("Longest waiting");
            default -> List.of();
        };
    }
}
