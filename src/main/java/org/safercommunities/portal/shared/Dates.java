package org.safercommunities.portal.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times as the portal writes them, in Kent's time: “Thursday 10 December 2026, 9.30am to 4pm”. */
public final class Dates {

    /** Where the partnership works. */
    public static final ZoneId KENT = ZoneId.of("Europe/London");

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Dates() {}

    /** “Thursday 10 December 2026”. */
    public static String full(LocalDate date) {
        return FULL.format(date);
    }

    public static String full(Instant instant) {
        return full(inKent(instant).toLocalDate());
    }

    /** “10 December 2026”, where the weekday says nothing. */
    public static String brief(LocalDate date) {
        return SHORT.format(date);
    }

    public static String brief(Instant instant) {
        return brief(inKent(instant).toLocalDate());
    }

    /** “Thursday 10 December 2026, 9.30am”. */
    public static String moment(Instant instant) {
        ZonedDateTime moment = inKent(instant);
        return full(moment.toLocalDate()) + ", " + time(moment.toLocalTime());
    }

    /** “Thursday 10 December 2026, 9.30am to 4pm”; both dates when it ends on another day. */
    public static String span(Instant start, Instant end) {
        ZonedDateTime last = inKent(end);
        boolean sameDay = inKent(start).toLocalDate().equals(last.toLocalDate());
        return moment(start) + " to " + (sameDay ? time(last.toLocalTime()) : moment(end));
    }

    /** “9.30am”, “4pm”, “12 noon”, “12 midnight”. */
    public static String time(LocalTime time) {
        int hour = time.getHour();
        int minute = time.getMinute();
        if (minute == 0 && hour % 12 == 0) {
            return hour == 0 ? "12 midnight" : "12 noon";
        }
        int hourOfHalf = hour % 12 == 0 ? 12 : hour % 12;
        String minutes = minute == 0 ? "" : String.format(Locale.UK, ".%02d", minute);
        return hourOfHalf + minutes + (hour < 12 ? "am" : "pm");
    }

    public static LocalDate today() {
        return LocalDate.now(KENT);
    }

    /** The day that a clock shows in Kent. */
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), KENT);
    }

    private static ZonedDateTime inKent(Instant instant) {
        return instant.atZone(KENT);
    }
}
