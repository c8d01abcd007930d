package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whoever still waits when booking closes hears that they get no place, once. */
@PortalIT
class ClosedWaitingListsIT {

    private final EventWorld world;
    private final PlacesInTime inTime;
    private final ClosedWaitingLists closedLists;
    private final OwnBookings own;
    private final String agency;

    ClosedWaitingListsIT(@Autowired ApplicationContext portal) {
        world = new EventWorld(portal);
        inTime = portal.getBean(PlacesInTime.class);
        closedLists = portal.getBean(ClosedWaitingLists.class);
        own = portal.getBean(OwnBookings.class);
        agency = world.somebody.agency("Marsh Partnership");
    }

    @Test
    void whoWaitsIsToldOnceAndTheirTurnEnds() {
        UUID event = world.event(1);
        UUID place = world.place(world.book(event, world.somebody.of(agency)));
        Reader waits = world.somebody.of(agency);
        UUID turn = world.place(world.book(event, waits));
        inTime.catchUp();
        assertThat(world.state(turn)).as("still open").isEqualTo(PlaceState.WAITING);

        world.closes(event, Instant.now().minusSeconds(1));
        inTime.catchUp();
        inTime.catchUp();
        assertThat(world.state(turn)).isEqualTo(PlaceState.LAPSED);
        assertThat(world.reason(turn)).isEqualTo(ClosedWaitingLists.REASON);
        assertThat(world.state(place)).isEqualTo(PlaceState.CONFIRMED);
        assertThat(own.of(event, waits)).isEmpty();
        Eventually.holds(() -> assertThat(notes(event)).isZero());
        assertThat(letters(waits))
                .singleElement()
                .asString()
                .contains("the waiting list is closed now", "Booking has closed");
        assertThat(world.wrongCounters(event)).isEmpty();
    }

    @Test
    void theListOfASessionThatHasBegunIsClosedAndNobodyIsToldAfterItsEnd() {
        Reader waits = world.somebody.of(agency);
        UUID begun = world.event(1);
        world.book(begun, world.somebody.of(agency));
        UUID turn = world.place(world.book(begun, waits));
        UUID over = world.event(1);
        world.book(over, world.somebody.of(agency));
        UUID late = world.place(world.book(over, waits));
        Instant now = Instant.now();
        takesPlace(over, now.minusSeconds(7_200), now.minusSeconds(3_600));
        takesPlace(begun, now.minusSeconds(60), now.plusSeconds(3_600));
        inTime.catchUp();
        assertThat(List.of(world.state(turn), world.state(late))).containsOnly(PlaceState.LAPSED);
        Eventually.holds(() -> assertThat(notes(begun) + notes(over)).isZero());
        assertThat(letters(waits)).hasSize(1);
    }

    @Test
    void whoWaitsForTheOtherWayOfTakingPartKeepsThePlaceTheyHave() {
        UUID event = world.event(EventWorld.plan(EventWorld.session(
                "", EventWorld.START, EventWorld.START.plusSeconds(60), Map.of(Mode.IN_PERSON, 2, Mode.ONLINE, 1))));
        world.bookings.book(event, BookingWish.of(Mode.ONLINE), world.somebody.of(agency));
        Reader person = world.somebody.of(agency);
        UUID room = world.place(world.book(event, person));
        assertThat(world.places.changeMode(room, Mode.ONLINE, person)).isFalse();
        world.closes(event, Instant.now().minusSeconds(1));
        inTime.catchUp();
        assertThat(own.of(event, person).orElseThrow().places())
                .extracting(OwnPlace::state)
                .containsExactly(PlaceState.CONFIRMED);
        Eventually.holds(() ->
                assertThat(letters(person)).singleElement().asString().contains("You keep the place that you have"));
    }

    @Test
    void aTurnStaysWhenBookingWasProlongedMeanwhile() {
        UUID event = world.event(1);
        world.book(event, world.somebody.of(agency));
        UUID turn = world.place(world.book(event, world.somebody.of(agency)));
        closedLists.end(turn);
        assertThat(world.state(turn)).isEqualTo(PlaceState.WAITING);
    }

    private void takesPlace(UUID event, Instant start, Instant end) {
        world.jdbc
                .sql("UPDATE event_session SET start_at = ?, end_at = ? WHERE event_id = ?")
                .param(Sql.utc(start))
                .param(Sql.utc(end))
                .param(event.toString())
                .update();
    }

    private int notes(UUID event) {
        return world.jdbc
                .sql("SELECT COUNT(*) FROM event_notice WHERE event_id = ?")
                .param(event.toString())
                .query(Integer.class)
                .single();
    }

    private List<String> letters(Reader to) {
        return world.jdbc
                .sql("SELECT text FROM mail WHERE to_address = ? AND kind = 'event-waiting-list-closed'")
                .param(world.email(to))
                .query(String.class)
                .list();
    }
}
