package org.safercommunities.portal.events;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/**
 * The bank holidays of England and Wales: by the rule of the Banking and Financial Dealings Act 1971 and the yearly
 * proclamations, with the single days that were proclaimed beside it. A new single day is one line here.
 */
final class BankHolidays {

    private static final Set<LocalDate> PROCLAIMED = Set.of(
            LocalDate.of(2022, 6, 2), LocalDate.of(2022, 6, 3), LocalDate.of(2022, 9, 19), LocalDate.of(2023, 5, 8));
    private static final Set<LocalDate> MOVED = Set.of(LocalDate.of(2022, 5, 30));

    private BankHolidays() {}

    static boolean include(LocalDate day) {
        return of(day.getYear()).contains(day);
    }

    static Set<LocalDate> of(int year) {
        Set<LocalDate> days = new TreeSet<>();
        substitute(days, LocalDate.of(year, Month.JANUARY, 1));
        LocalDate easter = easter(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        substitute(days, LocalDate.of(year, Month.DECEMBER, 25));
        substitute(days, LocalDate.of(year, Month.DECEMBER, 26));
        days.removeAll(MOVED);
        PROCLAIMED.stream().filter(day -> day.getYear() == year).forEach(days::add);
        return days;
    }

    /** The day itself, or the next working day that is not taken when it falls on a weekend. */
    private static void substitute(Set<LocalDate> days, LocalDate day) {
        LocalDate kept = day;
        while (kept.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || days.contains(kept)) {
            kept = kept.plusDays(1);
        }
        days.add(kept);
    }

    /** Easter Sunday by the Gregorian computus, as published anonymously in 1876. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
