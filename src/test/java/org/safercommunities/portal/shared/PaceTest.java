package org.safercommunities.portal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    @Test
    void letsEachGoOnOnceItIsLongEnoughAgo() {
        Pace pace = new Pace(2, Duration.ofHours(1));
        assertThat(pace.allows("a", NOW)).isTrue();
        assertThat(pace.allows("a", NOW.plusSeconds(60))).isTrue();
        assertThat(pace.allows("a", NOW.plusSeconds(3_599))).isFalse();
        assertThat(pace.allows("b", NOW.plusSeconds(3_599))).isTrue();
        assertThat(pace.allows("a", NOW.plusSeconds(3_600))).isTrue();
        assertThat(pace.allows("a", NOW.plusSeconds(3_601))).isFalse();
    }

    @Test
    void takesANetworkOfTheNewKindForOnePlace() {
        assertThat(Pace.place("2001:db8:1:2:3:4:5:6")).isEqualTo(Pace.place("2001:db8:1:2:ffff:4:5:6"));
        assertThat(Pace.place("2001:db8:1:3:3:4:5:6")).isNotEqualTo(Pace.place("2001:db8:1:2:3:4:5:6"));
        assertThat(Pace.place("192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
