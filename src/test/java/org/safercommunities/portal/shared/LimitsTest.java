package org.safercommunities.portal.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private final Clock clock = new Clock() {
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
    };
    private final List<Object> reached = new ArrayList<>();
    private final Limits limits = limits(1);

    private Limits limits(int factor) {
        return new Limits(new LimitSettings(factor, 5, 600, 300, 1200, 6000, 0, 3000), factor, clock, reached::add);
    }

    private static int allowed(Limits limits, Limited what, String who, int times) {
        int allowed = 0;
        for (int time = 0; time < times; time++) {
            allowed += limits.allows(what, who) ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void nobodyDoesMoreThanTheLimitInAMinuteAndEachIsCountedAlone() {
        assertThat(allowed(limits, Limited.SEARCHES, "one", 400)).isEqualTo(300);
        assertThat(allowed(limits, Limited.SEARCHES, "other", 400)).isEqualTo(300);
        assertThat(allowed(limits, Limited.CALLS, "one", 400))
                .as("what else they do")
                .isEqualTo(400);
    }

    @Test
    void afterTheirMinuteTheyGoOnLittleByLittle() {
        now = now.plusSeconds(50);
        allowed(limits, Limited.SEARCHES, "one", 300);
        now = now.plusSeconds(10);
        assertThat(limits.allows(Limited.SEARCHES, "one"))
                .as("ten seconds later")
                .isFalse();
        now = now.plusSeconds(30);
        assertThat(allowed(limits, Limited.SEARCHES, "one", 400)).isEqualTo(150);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(allowed(limits, Limited.SEARCHES, "one", 400)).isEqualTo(300);
    }

    @Test
    void aRefusalSaysWhatAndHowLong() {
        now = now.plusSeconds(45);
        allowed(limits, Limited.SEARCHES, "one", 300);
        assertThat(limits.wouldAllow(Limited.SEARCHES, "one")).isFalse();
        assertThat(reached).containsExactly(new LimitReached(Limited.SEARCHES, "one"));
        assertThatThrownBy(() -> limits.unlessTooOften(Limited.SEARCHES, "one"))
                .isInstanceOfSatisfying(
                        TooOften.class, refused -> assertThat(refused.seconds()).isEqualTo(15))
                .hasMessage("You search more often than the portal allows. Wait 15 seconds, then go on.");
    }

    @Test
    void zeroIsForAsOftenAsTheyLikeAndAFactorForAllAtOnce() {
        assertThat(allowed(limits, Limited.UPLOADS, "one", 10_000)).isEqualTo(10_000);
        assertThat(allowed(limits(10), Limited.SEARCHES, "one", 4_000)).isEqualTo(3_000);
    }

    @Test
    void whatPeopleDoAtWorkIsFarBelow() {
        assertThat(allowed(limits, Limited.PICTURES, "one", 2 * 200))
                .as("a pack of 200, looked at twice")
                .isEqualTo(400);
        assertThat(allowed(limits, Limited.DOWNLOADS, "one", 8 * 60))
                .as("eight at once, one a second each")
                .isEqualTo(480);
        assertThat(allowed(limits, Limited.CALLS, "one", 600))
                .as("six hundred colleagues booked in a minute")
                .isEqualTo(600);
    }

    @Test
    void namesWithoutEndDoNotFillTheMemory() {
        for (int name = 0; name < 120_000; name++) {
            limits.allows(Limited.STRANGERS, "name " + name);
        }
        assertThat(limits.allows(Limited.STRANGERS, "somebody")).isTrue();
    }
}
