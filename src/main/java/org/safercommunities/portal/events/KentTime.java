package org.safercommunities.portal.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Dates;

/** Times as people type them, in Kent's time. On the two nights that the clocks change some mean nothing, or two moments. */
public final class KentTime {

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("3000-01-01T00:00:00Z");

    private KentTime() {}

    /**
     * The moment that a clock on a wall in Kent shows this.
     *
     * @param field where the refusal belongs
     * @throws InvalidEvent when there is no such moment, or there are two
     */
    public static Instant moment(LocalDateTime typed, String field) {
        List<ZoneOffset> offsets = Dates.KENT.getRules().getValidOffsets(typed);
        if (offsets.size() == 1) {
            return typed.toInstant(offsets.getFirst());
        }
        var change = Dates.KENT.getRules().getTransition(typed);
        String time = Dates.time(typed.toLocalTime());
        String day = Dates.full(typed.toLocalDate());
        LocalTime from = (change.isGap() ? change.getDateTimeBefore() : change.getDateTimeAfter()).toLocalTime();
        LocalTime to = (change.isGap() ? change.getDateTimeAfter() : change.getDateTimeBefore()).toLocalTime();
        throw new InvalidEvent(
                field,
                change.isGap()
                        ? "There is no %s on %s: the clocks go forward. Enter a time before %s, or %s or later"
                                .formatted(time, day, Dates.time(from), Dates.time(to))
                        : "%s comes twice on %s: the clocks go back. Enter a time before %s, or %s or later"
                                .formatted(time, day, Dates.time(from), Dates.time(to)));
    }

    /** A time so far away is a slip of the finger, and the farthest are none that the database can keep. */
    static void unlessInCalendar(@Nullable Instant moment, String field) {
        InvalidEvent.unless(
                moment == null || !moment.isBefore(FIRST) && moment.isBefore(END),
                field,
                "Enter a time in a year between 2000 and 2999");
    }

    /** The same of a day that somebody asks for. */
    public static void unlessInCalendar(@Nullable LocalDate day, String field) {
        InvalidEvent.unless(
                day == null || day.getYear() >= 2000 && day.getYear() <= 2999,
                field,
                "Enter a day in a year between 2000 and 2999");
    }

    public static LocalDateTime onTheWall(Instant moment) {
        return LocalDateTime.ofInstant(moment, Dates.KENT);
    }
}
