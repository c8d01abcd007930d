package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.support.PortalIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Bookings that were under way while their person left, or their agency ended, do not stay. */
@PortalIT
class PlacesSweepIT {

    private final EventWorld world;
    private final PlacesInTime inTime;
    private final PlacesLeftBehind leftBehind;
    private final People people;
    private final Agencies agencies;
    private final String agency;
    private final TransactionTemplate transaction;

    PlacesSweepIT(@Autowired ApplicationContext portal) {
        world = new EventWorld(portal);
        inTime = portal.getBean(PlacesInTime.class);
        leftBehind = portal.getBean(PlacesLeftBehind.class);
        people = portal.getBean(People.class);
        agencies = portal.getBean(Agencies.class);
        agency = world.somebody.agency("Weald Partnership");
        transaction = new TransactionTemplate(portal.getBean(PlatformTransactionManager.class));
    }

    @Test
    void whoHasLeftFreesThePlaceThatWasBookedMeanwhileForWhoeverWaits() {
        UUID event = world.event(1);
        Reader leaver = world.somebody.of(agency);
        people.endMembership(leaver.personId(), "Has a new post", Reader.portal());
        Booked booked = together(() -> new Booked(
                world.place(world.book(event, leaver)), // as they were read before they left
                world.place(world.book(event, world.somebody.of(agency)))));
        inTime.sweep();
        assertThat(world.state(booked.first())).isEqualTo(PlaceState.CANCELLED);
        assertThat(world.reason(booked.first())).isEqualTo("Left the agency for which the place was booked");
        assertThat(world.state(booked.second())).isEqualTo(PlaceState.OFFERED);
        assertSound(event);
    }

    @Test
    void whoHasMovedToAnotherAgencyFreesItAndATurnOfTheirsIsNotServedFirst() {
        UUID event = world.event(1);
        Reader mover = world.somebody.of(agency);
        Reader other = world.somebody.of(agency);
        String elsewhere = world.somebody.agency("Elsewhere");
        people.join(mover.personId(), elsewhere, Reader.portal());
        people.join(other.personId(), elsewhere, Reader.portal());
        Booked booked = together(
                () -> new Booked(world.place(world.book(event, mover)), world.place(world.book(event, other))));
        UUID waiting = world.place(world.book(event, world.somebody.of(agency)));
        inTime.sweep();
        assertThat(List.of(world.state(booked.first()), world.state(booked.second())))
                .containsOnly(PlaceState.CANCELLED);
        assertThat(offersTo(booked.second())).isZero();
        assertThat(world.state(waiting)).isIn(PlaceState.OFFERED, PlaceState.CONFIRMED);
        assertSound(event);
    }

    @Test
    void anAgencyThatHasEndedKeepsNoPlaceAndOneThatIsPartOfAnotherBringsItsPlacesAlong() {
        String ending = world.somebody.agency("Ending");
        String joining = world.somebody.agency("Joining");
        UUID event = world.event(3);
        Reader ended = world.somebody.of(ending);
        Reader joined = world.somebody.of(joining);
        Reader gone = world.somebody.of(joining);
        agencies.end(ending, Reader.portal());
        people.endMembership(gone.personId(), "Has a new post", Reader.portal());
        agencies.merge(joining, agency, Reader.portal());
        UUID freed = world.place(world.book(event, ended));
        UUID kept = world.place(world.book(event, joined));
        UUID left = world.place(world.book(event, gone));
        inTime.sweep();
        inTime.sweep();
        assertThat(world.state(freed)).isEqualTo(PlaceState.CANCELLED);
        assertThat(world.reason(freed)).isEqualTo("The agency has ended");
        assertThat(world.state(kept)).isEqualTo(PlaceState.CONFIRMED);
        assertThat(agencyOf(kept)).isEqualTo(agency);
        assertThat(world.state(left)).isEqualTo(PlaceState.CANCELLED);
        assertSound(event);
    }

    @Test
    void whoIsThereKeepsTheirPlaceAndWhatIsOverStaysAsItWas() {
        UUID event = world.event(2);
        UUID theirs = world.place(world.book(event, world.somebody.of(agency)));
        UUID past = world.event(1);
        Reader leaver = world.somebody.of(agency);
        UUID before = world.place(world.book(past, leaver));
        world.jdbc
                .sql(
                        "UPDATE event_session SET start_at = '2026-01-05 10:00', end_at = '2026-01-05 11:00' WHERE event_id = ?")
                .param(past.toString())
                .update();
        people.endMembership(leaver.personId(), "Has a new post", Reader.portal());
        inTime.sweep();
        assertThat(List.of(world.state(theirs), world.state(before))).containsOnly(PlaceState.CONFIRMED);
    }

    @Test
    void whoHasComeBackBeforeTheirPlaceIsLookedAtKeepsIt() {
        UUID event = world.event(1);
        Reader leaver = world.somebody.of(agency);
        people.endMembership(leaver.personId(), "Has a new post", Reader.portal());
        PlacesLeftBehind.Found found = together(() -> {
            UUID place = world.place(world.book(event, leaver));
            PlacesLeftBehind.Found seen = leftBehind.find().stream()
                    .filter(one -> one.place().equals(place))
                    .findFirst()
                    .orElseThrow();
            people.join(leaver.personId(), agency, Reader.portal());
            return seen;
        });
        leftBehind.settle(found);
        assertThat(world.state(found.place())).isEqualTo(PlaceState.CONFIRMED);
    }

    @Test
    void lookingTakesOneStatementHoweverManyPlacesThereAre() {
        UUID event = world.event(20);
        for (int i = 0; i < 10; i++) {
            world.book(event, world.somebody.of(agency));
        }
        long asked = together(() -> {
            long before = questions();
            leftBehind.find();
            return questions() - before - 1; // the question how many there were is one too
        });
        assertThat(asked).isEqualTo(1);
    }

    private record Booked(UUID first, UUID second) {}

    /** In one transaction, so that the sweep of the portal itself does not see it half done. */
    private <T> T together(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private long questions() {
        return world.jdbc
                .sql("SELECT VARIABLE_VALUE FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME = 'QUESTIONS'")
                .query(Long.class)
                .single();
    }

    private int offersTo(UUID place) {
        return world.jdbc
                .sql("SELECT COUNT(*) FROM event_place_step WHERE place_id = ? AND to_state = 'OFFERED'")
                .param(place.toString())
                .query(Integer.class)
                .single();
    }

    private String agencyOf(UUID place) {
        return world.jdbc
                .sql("SELECT agency FROM event_place WHERE id = ?")
                .param(place.toString())
                .query(String.class)
                .single();
    }

    private void assertSound(UUID event) {
        assertThat(world.wrongCounters(event)).isEmpty();
    }
}
