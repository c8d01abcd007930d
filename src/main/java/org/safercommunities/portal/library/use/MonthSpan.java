package org.safercommunities.portal.library.use;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What figures are of: whole months, at most twelve. Not single days, so that what one of them holds cannot be had by taking one span
 * from another.
 */
public record MonthSpan(YearMonth from, YearMonth to) {

    public static final int MOST = 12;

    public MonthSpan {
        if (to.isBefore(from) || from.plusMonths(MOST).isBefore(to.plusMonths(1))) {
            throw new InvalidUse("from", "Choose from one to twelve months, the first of them first");
        }
    }

    /** The last so many months, this one with them. */
    public static MonthSpan last(int months, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        return new MonthSpan(now.minusMonths(months - 1L), now);
    }

    LocalDate first() {
        return from.atDay(1);
    }

    LocalDate last() {
        return to.atEndOfMonth();
    }
}
