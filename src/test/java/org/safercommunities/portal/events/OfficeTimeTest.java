package org.safercommunities.portal.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.shared.Dates;

/** How long an offered place is held: bank holidays, working hours, and the moment booking closes. */
class OfficeTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2024, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "2025, 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        "2026, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        "2027, 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        "2028, 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"
    })
    void bankHolidaysOfEnglandAreThosePublishedSubstitutesIncluded(int year, String days) {
        assertThat(BankHolidays.of(year))
                .containsExactly(java.util.Arrays.stream(days.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toArray(LocalDate[]::new));
    }

    @Test
    void singleDaysThatWereProclaimedCountAndTheDayTheyReplacedDoesNot() {
        assertThat(BankHolidays.include(LocalDate.of(2023, 5, 8))).isTrue();
        assertThat(BankHolidays.include(LocalDate.of(2022, 6, 3))).isTrue();
        assertThat(BankHolidays.include(LocalDate.of(2022, 5, 30))).isFalse();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-11-25T10:00, 4, 2026-11-25T14:00, within the day",
        "2026-11-25T16:00, 4, 2026-11-26T12:00, over night",
        "2026-11-25T09:00, 8, 2026-11-25T17:00, a whole day ends when it closes",
        "2026-11-25T06:00, 1, 2026-11-25T10:00, before it opens",
        "2026-11-27T16:00, 8, 2026-11-30T16:00, over a weekend",
        "2026-11-28T12:00, 1, 2026-11-30T10:00, from a Saturday",
        "2026-12-24T16:00, 2, 2026-12-29T10:00, over Christmas with its substitute day",
        "2026-03-27T16:30, 1, 2026-03-30T09:30, clocks go forward",
        "2026-10-23T16:30, 1, 2026-10-26T09:30, clocks go back"
    })
    void workingHoursAreCountedAsOfficesDo(LocalDateTime from, int hours, LocalDateTime until, String rule) {
        assertThat(WorkingHours.after(kent(from), hours)).isEqualTo(kent(until));
    }

    @Test
    void anOfferStandsForItsHoursButNeverBeyondTheMomentBookingCloses() {
        Instant now = kent(LocalDateTime.of(2026, 11, 25, 10, 0));
        assertThat(OfferTime.until(now, 4, now.plusSeconds(86_400))).isEqualTo(now.plusSeconds(4 * 3_600));
        assertThat(OfferTime.until(now, 4, now.plusSeconds(60))).isEqualTo(now.plusSeconds(60));
    }

    private static Instant kent(LocalDateTime time) {
        return time.atZone(Dates.KENT).toInstant();
    }
}
