package org.safercommunities.portal.notifications.notices;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.safercommunities.portal.shared.Dates;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When mails with notices go out: at an hour by the clocks of Kent, in summer as in winter. */
@Component
class NoticeClock {

    /** So that what comes together goes out together. */
    static final Duration SETTLES = Duration.ofMinutes(1);

    private final int hour;

    NoticeClock(@Value("${portal.notices.hour}") int hour) {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("PORTAL_NOTICE_HOUR is an hour of the day, from 0 to 23");
        }
        this.hour = hour;
    }

    /** Notices that are older than this are due now for whoever wants them so often; for those who want none, never. */
    Instant dueBefore(NoticeCadence cadence, Instant now) {
        return switch (cadence) {
            case AT_ONCE -> now.minus(SETTLES);
            case DAILY -> lastMorning(now);
            case WEEKLY -> lastMonday(now);
            case PORTAL_ONLY -> Instant.EPOCH;
        };
    }

    private Instant lastMorning(Instant now) {
        LocalDate today = now.atZone(Dates.KENT).toLocalDate();
        Instant morning = morningOf(today);
        return morning.isAfter(now) ? morningOf(today.minusDays(1)) : morning;
    }

    private Instant lastMonday(Instant now) {
        LocalDate monday =
                now.atZone(Dates.KENT).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Instant morning = morningOf(monday);
        return morning.isAfter(now) ? morningOf(monday.minusWeeks(1)) : morning;
    }

    /** An hour that the clocks leave out is the next one; of one that comes twice it is the first. */
    private Instant morningOf(LocalDate day) {
        return day.atTime(hour, 0).atZone(Dates.KENT).toInstant();
    }
}
