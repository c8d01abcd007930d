package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AskingPaceTest {

    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private final AskingPace pace = new AskingPace(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            10);

    @Test
    void onePlaceMayAskTenTimesAnHour() {
        for (int i = 0; i < 10; i++) {
            assertThat(pace.allowsPlace("192.0.2.1")).isTrue();
        }
        assertThat(pace.allowsPlace("192.0.2.1")).isFalse();
        assertThat(pace.allowsPlace("192.0.2.2")).isTrue();
        now = now.plus(Duration.ofHours(1));
        assertThat(pace.allowsPlace("192.0.2.1")).isTrue();
    }

    @Test
    void theAddressesOfOneNetworkCountAsOnePlace() {
        for (int i = 0; i < 10; i++) {
            assertThat(pace.allowsPlace("2001:db8:0:1:0:0:0:" + i)).isTrue();
        }
        assertThat(pace.allowsPlace("2001:db8:0:1:ffff:0:0:1")).isFalse();
        assertThat(pace.allowsPlace("2001:db8:0:2:0:0:0:1")).isTrue();
    }

    @Test
    void oneAddressMayBeGivenThreeTimesADay() {
        for (int i = 0; i < 3; i++) {
            assertThat(pace.allowsAddress("rowan@oast.example")).isTrue();
        }
        assertThat(pace.allowsAddress("rowan@oast.example")).isFalse();
        now = now.plus(Duration.ofDays(1));
        assertThat(pace.allowsAddress("rowan@oast.example")).isTrue();
    }

    @Test
    void aFloodOfPlacesIsForgottenRatherThanKept() {
        for (int i = 0; i < 50_000; i++) {
            pace.allowsPlace("place-" + i);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(pace.allowsPlace("place-0")).isTrue();
        }
    }
}
