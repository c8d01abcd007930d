package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

    @Test
    void waitsDoubleUpToFourHours() {
        assertThat(IntStream.rangeClosed(1, 10)
                        .mapToObj(n -> RetryPlan.after(n).orElseThrow().toMinutes()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 240L, 240L);
    }

    @Test
    void triesForTwoDaysAndThenStops() {
        Duration waited = Duration.ZERO;
        int deferrals = 1;
        for (; RetryPlan.after(deferrals).isPresent(); deferrals++) {
            waited = waited.plus(RetryPlan.after(deferrals).orElseThrow());
        }
        assertThat(waited).isBetween(Duration.ofDays(2), Duration.ofHours(52));
        assertThat(deferrals).isBetween(15, 25);
    }

    @Test
    void aServerThatIsAwayIsAskedAgainWithinAMinute() {
        assertThat(RetryPlan.pause(1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(RetryPlan.pause(100)).isEqualTo(Duration.ofMinutes(1));
    }
}
