package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What cannot be planned or chosen is refused at its field, with what to do instead. */
class EventPlanTest {

    private static final Instant NINE = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3_600);
    private static final Instant ELEVEN = TEN.plusSeconds(3_600);

    @Test
    void aSessionEndsAfterItStarts() {
        refused(() -> EventWorld.session("", TEN, TEN, Map.of(Mode.IN_PERSON, 1)), "end", "Enter an end that is after");
    }

    @Test
    void thereAreSomePlaces() {
        refused(() -> EventWorld.session("", NINE, TEN, Map.of()), "capacity", "Enter how many places");
        refused(() -> EventWorld.session("", NINE, TEN, Map.of(Mode.ONLINE, 0)), "capacity", "Enter how many places");
        refused(
                () -> EventWorld.session("", NINE, TEN, Map.of(Mode.ONLINE, -1)),
                "capacity",
                "Enter a number of places");
    }

    @Test
    void noMoreIsKeptForAgenciesThanThereIs() {
        refused(
                () -> EventWorld.session(
                        "",
                        NINE,
                        TEN,
                        Map.of(Mode.IN_PERSON, 4),
                        new Allocation("a", null, 3, null, null),
                        new Allocation("b", null, 2, null, null)),
                "allocations",
                "keep fewer, or add places");
        refused(() -> new Allocation("a", null, 3, 2, null), "allocations", "a maximum that is no smaller");
    }

    @Test
    void aMeetingIsReachedOverHttpsOnly() {
        for (String address :
                List.of("http://meet.example/1", "javascript:alert(1)", "meet", "https://a@meet.example")) {
            refused(
                    () -> new SessionPlan(
                            null,
                            "",
                            "",
                            NINE,
                            TEN,
                            Venue.NOWHERE,
                            address,
                            15,
                            Map.of(Mode.ONLINE, 1),
                            List.of(),
                            List.of()),
                    "joiningLink",
                    "beginning with https://");
        }
    }

    @Test
    void bookingOpensBeforeItClosesAndClosesBeforeTheEventIsOver() {
        refused(() -> plan("A title", TEN, NINE, 8, one()), "registration", "after booking opens");
        refused(() -> plan("A title", null, ELEVEN, 8, one()), "registration", "before the event is over");
    }

    @Test
    void titlesHoursAndSessionsAreWithinTheirLimits() {
        refused(() -> plan(" ", null, null, 8, one()), "title", "Enter a title");
        refused(() -> plan("x".repeat(251), null, null, 8, one()), "title", "at most 250");
        refused(() -> plan("A title", null, null, 0, one()), "offerHours", "between 1 and 80");
        refused(() -> plan("A title", null, null, 8, List.of()), "sessions", "between 1 and 60");
        refused(
                () -> plan("A title", null, null, 8, List.of(one().getFirst(), one().getFirst())),
                "sessions",
                "Give each session a title");
    }

    @Test
    void whoeverChoosesNothingComesToAllThatDoNotOverlap() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Bookable event = event(Map.of(first, new Bookable.Hours(NINE, TEN), second, new Bookable.Hours(TEN, ELEVEN)));
        assertThat(SessionChoice.of(event, Set.of())).containsExactlyInAnyOrder(first, second);
        assertThat(SessionChoice.of(event, Set.of(second))).containsExactly(second);
    }

    @Test
    void nobodyIsInTwoRooms() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Bookable event = event(Map.of(first, new Bookable.Hours(NINE, TEN), second, new Bookable.Hours(NINE, ELEVEN)));
        refused(() -> SessionChoice.of(event, Set.of()), "sessions", "Choose which sessions");
        refused(() -> SessionChoice.of(event, Set.of(first, second)), "sessions", "Choose one of the sessions");
        refused(() -> SessionChoice.of(event, Set.of(UUID.randomUUID())), "sessions", "Choose again");
    }

    private static List<SessionPlan> one() {
        return List.of(EventWorld.session("", NINE, TEN, Map.of(Mode.IN_PERSON, 1)));
    }

    private static EventPlan plan(
            String title,
            @org.jspecify.annotations.Nullable Instant opens,
            @org.jspecify.annotations.Nullable Instant closes,
            int hours,
            List<SessionPlan> sessions) {
        return EventWorld.plan(title, opens, closes, false, hours, sessions);
    }

    private static Bookable event(Map<UUID, Bookable.Hours> sessions) {
        EventRules rules = new EventRules(null, null, null, false, 8, Set.of(), false, false, NINE, ELEVEN);
        return new Bookable(UUID.randomUUID(), EventState.PUBLISHED, rules, new LinkedHashMap<>(sessions));
    }

    private static void refused(ThrowingCallable attempt, String field, String says) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        InvalidEvent.class, wrong -> assertThat(wrong.field()).isEqualTo(field))
                .hasMessageContaining(says);
    }
}
