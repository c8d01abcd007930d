package org.safercommunities.portal.agencies.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When an agency's signature holds, and when it will not. */
class StandingTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");

    private static final AgreementVersion ONE = new AgreementVersion("1", JANUARY);
    private static final AgreementVersion TWO = new AgreementVersion("2", JUNE);

    private static Signature signed(String version, @Nullable Instant until) {
        return new Signature(UUID.randomUUID(), "dover", version, LocalDate.of(2026, 1, 2), "The chief", until);
    }

    @Test
    void nothingLapsesBeforeAVersionIsInForce() {
        Standing standing = new Standing(List.of(new AgreementVersion("draft", null)), List.of());
        assertThat(standing.holdsAt(MARCH)).isTrue();
        assertThat(standing.lapse(MARCH)).isEmpty();
    }

    @Test
    void whoHasNotSignedTheVersionInForceIsOut() {
        assertThat(new Standing(List.of(ONE), List.of()).holdsAt(MARCH)).isFalse();
        assertThat(new Standing(List.of(ONE), List.of()).holdsAt(JANUARY.minusMillis(1)))
                .isTrue();
        assertThat(new Standing(List.of(ONE), List.of(signed("1", null))).holdsAt(MARCH))
                .isTrue();
        assertThat(new Standing(List.of(ONE, TWO), List.of(signed("1", null))).holdsAt(JUNE))
                .isFalse();
    }

    @Test
    void aSignatureHoldsUntilItsEndAndTheLongestCounts() {
        Standing standing = new Standing(List.of(ONE), List.of(signed("1", MARCH), signed("1", JUNE)));
        assertThat(standing.holdsAt(MARCH)).isTrue();
        assertThat(standing.holdsAt(JUNE)).isFalse();
        assertThat(standing.lapse(JANUARY)).contains(JUNE);
    }

    @Test
    void aVersionToComeEndsItUnlessThatIsSignedToo() {
        assertThat(new Standing(List.of(ONE, TWO), List.of(signed("1", null))).lapse(MARCH))
                .contains(JUNE);
        assertThat(new Standing(List.of(ONE, TWO), List.of(signed("1", null), signed("2", DECEMBER))).lapse(MARCH))
                .contains(DECEMBER);
        assertThat(new Standing(List.of(ONE, TWO), List.of(signed("1", null), signed("2", null))).lapse(MARCH))
                .isEmpty();
    }
}
