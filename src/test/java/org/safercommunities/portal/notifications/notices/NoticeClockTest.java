package org.safercommunities.portal.notifications.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mornings by the clocks of Kent, over two years with four changes of the clocks. */
class NoticeClockTest {

    private static final ZoneId KENT = ZoneId.of("Europe/London");
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int HOURS = 2 * 365 * 24;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 23})
    void thereIsOneMorningADayAndOneMondayAWeek(int hour) {
        NoticeClock clock = new NoticeClock(hour);
        Set<Instant> mornings = new HashSet<>();
        Set<Instant> mondays = new HashSet<>();
        Random random = new Random(20261126);
        Instant before = Instant.MIN;
        for (int i = 0; i < HOURS * 2; i++) {
            Instant now = BEGIN.plus(Duration.ofMinutes(30L * i)).plusSeconds(random.nextInt(1800));
            Instant morning = clock.dueBefore(NoticeCadence.DAILY, now);
            Instant monday = clock.dueBefore(NoticeCadence.WEEKLY, now);
            assertThat(morning).isBeforeOrEqualTo(now).isAfterOrEqualTo(before);
            assertThat(Duration.between(morning, now)).isLessThanOrEqualTo(Duration.ofHours(25));
            assertThat(monday).isBeforeOrEqualTo(morning);
            assertThat(Duration.between(monday, now)).isLessThanOrEqualTo(Duration.ofHours(7 * 24 + 1));
            assertThat(monday.atZone(KENT).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            // At one in the morning of a Sunday in March there is no one in the morning
            assertThat(morning.atZone(KENT).getHour())
                    .isIn(hour, morning.atZone(KENT).getMonthValue() == 3 ? hour + 1 : hour);
            mornings.add(morning);
            mondays.add(monday);
            before = morning;
        }
        long days = mornings.stream()
                .map(morning -> morning.atZone(KENT).toLocalDate())
                .distinct()
                .count();
        assertThat(mornings).as("no day has two").hasSize((int) days);
        assertThat(days).isBetween(729L, 731L);
        assertThat((long) mondays.size()).isBetween(104L, 106L);
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks go forward on 28 March 2027, and back on 31 October
        "2027-03-28T05:59:59Z, 2027-03-27T07:00:00Z",
        "2027-03-28T06:00:00Z, 2027-03-28T06:00:00Z",
        "2027-10-31T06:59:59Z, 2027-10-30T06:00:00Z",
        "2027-10-31T07:00:00Z, 2027-10-31T07:00:00Z"
    })
    void sevenIsSevenInSummerAsInWinter(Instant now, Instant due) {
        assertThat(new NoticeClock(7).dueBefore(NoticeCadence.DAILY, now)).isEqualTo(due);
    }

    @Test
    void atOnceIsWhatHasSettledAndNeverIsNever() {
        Instant now = ZonedDateTime.of(2026, 11, 26, 12, 0, 0, 0, KENT).toInstant();
        NoticeClock clock = new NoticeClock(7);
        assertThat(clock.dueBefore(NoticeCadence.AT_ONCE, now)).isEqualTo(now.minus(NoticeClock.SETTLES));
        assertThat(clock.dueBefore(NoticeCadence.PORTAL_ONLY, now)).isEqualTo(Instant.EPOCH);
        assertThatThrownBy(() -> new NoticeClock(24)).hasMessageContaining("PORTAL_NOTICE_HOUR");
    }
}
