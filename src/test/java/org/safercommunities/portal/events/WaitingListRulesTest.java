package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingListRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final String POLICE = "kent-police";
    private static final String MEDWAY = "medway";
    private static final String OTHER = "somebody-else";

    @Test
    void freePlacesAreOpenToAll() {
        assertThat(pool(10, 7).openTo(OTHER, NOW)).isEqualTo(3);
        assertThat(pool(10, 10).openTo(OTHER, NOW)).isZero();
    }

    @Test
    void whatIsKeptForOthersIsOpenOnlyToThem() {
        Pool pool = pool(10, 6, kept(POLICE, 5, null, null, 2));
        assertThat(pool.openTo(OTHER, NOW)).isEqualTo(1);
        assertThat(pool.openTo(POLICE, NOW)).isEqualTo(4);
    }

    @Test
    void onceReleasedItIsOpenToAll() {
        assertThat(pool(10, 6, kept(POLICE, 5, null, NOW, 2)).openTo(OTHER, NOW))
                .isEqualTo(4);
        assertThat(pool(10, 6, kept(POLICE, 5, null, NOW.plusSeconds(1), 2)).openTo(OTHER, NOW))
                .isEqualTo(1);
    }

    @Test
    void noAgencyGetsMoreThanItsMaximumEvenWhenItHadMoreBefore() {
        assertThat(pool(10, 3, kept(POLICE, 0, 4, null, 3)).openTo(POLICE, NOW)).isEqualTo(1);
        assertThat(pool(10, 6, kept(POLICE, 0, 4, null, 6)).openTo(POLICE, NOW)).isZero();
        assertThat(pool(10, 6, kept(POLICE, 0, 4, null, 6)).openTo(OTHER, NOW)).isEqualTo(4);
    }

    @Test
    void whereMoreIsKeptThanIsFreeNothingIsWithheldFromAllOfThem() {
        Pool pool = pool(10, 8, kept(POLICE, 5, null, null, 0), kept(MEDWAY, 5, null, null, 0));
        assertThat(pool.openTo(POLICE, NOW)).isEqualTo(2);
        assertThat(pool.openTo(MEDWAY, NOW)).isEqualTo(2);
        assertThat(pool.openTo(OTHER, NOW)).isZero();
    }

    @Test
    void agenciesWithKeptPlacesComeFirstThenWhoeverHasWaitedLongest() {
        var first = waiting(OTHER);
        var second = waiting(POLICE);
        var kept =
                WhoGetsTheFreedPlace.choose(pool(10, 8, kept(POLICE, 1, null, null, 0)), List.of(first, second), NOW);
        assertThat(kept).hasValueSatisfying(choice -> {
            assertThat(choice.place()).isEqualTo(second.place());
            assertThat(choice.reason()).isEqualTo("First of an agency that has places kept for it");
        });
        var open =
                WhoGetsTheFreedPlace.choose(pool(10, 9, kept(POLICE, 1, null, null, 1)), List.of(first, second), NOW);
        assertThat(open).hasValueSatisfying(choice -> {
            assertThat(choice.place()).isEqualTo(first.place());
            assertThat(choice.reason()).isEqualTo("Longest waiting");
        });
    }

    @Test
    void whoeverIsPassedOverIsSoForAReasonThatIsKept() {
        var first = waiting(POLICE);
        var second = waiting(OTHER);
        var choice = WhoGetsTheFreedPlace.choose(pool(10, 9, kept(POLICE, 0, 3, null, 3)), List.of(first, second), NOW);
        assertThat(choice).hasValueSatisfying(one -> {
            assertThat(one.place()).isEqualTo(second.place());
            assertThat(one.reason()).isEqualTo("Longest waiting whose agency may have more places");
        });
    }

    @Test
    void nobodyGetsAPlaceThatIsNotFreeOrKeptForOthers() {
        assertThat(WhoGetsTheFreedPlace.choose(pool(10, 10), List.of(waiting(OTHER)), NOW))
                .isEmpty();
        assertThat(WhoGetsTheFreedPlace.choose(
                        pool(10, 9, kept(POLICE, 1, null, null, 0)), List.of(waiting(OTHER)), NOW))
                .isEmpty();
    }

    private static WhoGetsTheFreedPlace.Waiting waiting(String agency) {
        return new WhoGetsTheFreedPlace.Waiting(UUID.randomUUID(), agency);
    }

    private static Pool pool(int capacity, int taken, Pool.Kept... kept) {
        return new Pool(1, new UUID(0, 1), Mode.IN_PERSON, capacity, taken, List.of(kept));
    }

    private static Pool.Kept kept(
            String agency, int minimum, @Nullable Integer maximum, @Nullable Instant release, int taken) {
        return new Pool.Kept(agency, minimum, maximum, release, taken);
    }
}
