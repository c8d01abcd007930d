package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What those who run an event can do for people who waited until booking closed, and how open pages hear of it. */
@PortalIT
class LatePlacesIT {

    private final EventWorld world;
    private final PlacesInTime inTime;
    private final LatePlaces late;
    private final OwnBookings own;
    private final PlaceNews news;
    private final String agency;

    LatePlacesIT(@Autowired ApplicationContext portal) {
        world = new EventWorld(portal);
        inTime = portal.getBean(PlacesInTime.class);
        late = portal.getBean(LatePlaces.class);
        own = portal.getBean(OwnBookings.class);
        news = portal.getBean(PlaceNews.class);
        agency = world.somebody.agency("Late Partnership");
    }

    @Test
    void oneWhoWaitedUntilBookingClosedIsGivenThePlaceThatComesFreeThen() {
        UUID event = world.event(1);
        Reader first = world.somebody.of(agency);
        UUID booking = world.book(event, first).id();
        Reader waits = world.somebody.of(agency);
        UUID turn = world.place(world.book(event, waits));
        UUID behind = world.place(world.book(event, world.somebody.of(agency)));
        assertThat(late.whoWaited(event, world.editor)).isEmpty();
        world.closes(event, Instant.now().minusSeconds(1));
        inTime.catchUp();
        assertThat(late.whoWaited(event, world.editor))
                .extracting(DeskPerson::place)
                .containsExactly(turn, behind);
        assertThatThrownBy(() -> late.give(turn, "The speaker’s driver", world.editor))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining("no free place");

        world.places.cancel(booking, world.editor);
        assertThatThrownBy(() -> late.give(turn, " ", world.editor)).isInstanceOf(InvalidEvent.class);
        for (Reader other : List.of(waits, first)) {
            assertThatThrownBy(() -> late.give(turn, "Me", other)).isInstanceOf(UnknownEvent.class);
            assertThatThrownBy(() -> late.whoWaited(event, other)).isInstanceOf(UnknownEvent.class);
        }
        late.give(turn, "The speaker’s driver", world.editor);
        inTime.catchUp();
        OwnPlace given = own.of(event, waits).orElseThrow().places().getFirst();
        assertThat(given.state()).isEqualTo(PlaceState.CONFIRMED);
        assertThat(given.reason()).isEqualTo("The speaker’s driver");
        assertThat(late.whoWaited(event, world.editor))
                .extracting(DeskPerson::place)
                .containsExactly(behind);
        assertThatThrownBy(() -> late.give(turn, "Again", world.editor)).isInstanceOf(InvalidEvent.class);
        assertThat(world.wrongCounters(event)).isEmpty();
    }

    @Test
    void whoIsBookedElsewhereAtTheEventKeepsThatBooking() {
        Instant noon = EventWorld.START.plusSeconds(7_200);
        UUID event = world.event(EventWorld.plan(
                EventWorld.session("A", EventWorld.START, noon.minusSeconds(60), Map.of(Mode.IN_PERSON, 1)),
                EventWorld.session("B", noon, noon.plusSeconds(3_600), Map.of(Mode.IN_PERSON, 5))));
        UUID first = world.bookings
                .book(
                        event,
                        new BookingWish(Mode.IN_PERSON, Set.of(world.session(event)), "", "", false),
                        world.somebody.of(agency))
                .id();
        Reader both = world.somebody.of(agency);
        BookingOutcome booked = world.book(event, both);
        UUID turn = booked.places().stream()
                .filter(place -> place.state() == PlaceState.WAITING)
                .findFirst()
                .orElseThrow()
                .place();
        world.closes(event, Instant.now().minusSeconds(1));
        inTime.catchUp();
        world.places.cancel(first, world.editor);
        late.give(turn, "Needs both halves", world.editor);
        OwnBooking now = own.of(event, both).orElseThrow();
        assertThat(now.id()).isEqualTo(booked.id());
        assertThat(now.places())
                .extracting(OwnPlace::sessionTitle, OwnPlace::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", PlaceState.CONFIRMED),
                        org.assertj.core.groups.Tuple.tuple("B", PlaceState.CONFIRMED));
    }

    @Test
    void theMarkOfAnEventIsAnotherOneAfterEveryStepAndTheSameInBetween() {
        UUID event = world.event(1);
        UUID other = world.event(1);
        Map<UUID, String> before = news.marks(Set.of(event, other));
        assertThat(news.marks(Set.of(event, other))).isEqualTo(before).containsOnlyKeys(event, other);
        UUID booking = world.book(event, world.somebody.of(agency)).id();
        String booked = mark(event);
        world.book(event, world.somebody.of(agency));
        String waiting = mark(event);
        world.places.cancel(booking, world.editor);
        String offered = mark(event);
        world.planning.cancel(event, "The hall is flooded", world.editor);
        assertThat(List.of(before.getOrDefault(event, ""), booked, waiting, offered, mark(event)))
                .doesNotHaveDuplicates();
        assertThat(mark(other)).isEqualTo(before.get(other));
        assertThat(news.marks(Set.of())).isEmpty();
    }

    private String mark(UUID event) {
        return news.marks(Set.of(event)).getOrDefault(event, "");
    }
}
