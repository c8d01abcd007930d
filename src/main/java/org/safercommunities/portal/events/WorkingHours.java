package org.safercommunities.portal.events;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.safercommunities.portal.shared.Dates;

/** Time as offices count it: Monday to Friday, 9am to 5pm in Kent, bank holidays left out. */
final class WorkingHours {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private WorkingHours() {}

    /** The moment at which so many working hours have passed. */
    static Instant after(Instant from, int hours) {
        ZonedDateTime at = from.atZone(Dates.KENT);
        Duration left = Duration.ofHours(hours);
        while (true) {
            if (!isWorkingDay(at.toLocalDate()) || !at.toLocalTime().isBefore(CLOSES)) {
                at = at.toLocalDate().plusDays(1).atTime(OPENS).atZone(Dates.KENT);
                continue;
            }
            if (at.toLocalTime().isBefore(OPENS)) {
                at = at.toLocalDate().atTime(OPENS).atZone(Dates.KENT);
            }
            ZonedDateTime close = at.toLocalDate().atTime(CLOSES).atZone(Dates.KENT);
            Duration today = Duration.between(at, close);
            if (left.compareTo(today) <= 0) {
                return at.plus(left).toInstant();
            }
            left = left.minus(today);
            at = close;
        }
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !BankHolidays.include(day);
    }
}
