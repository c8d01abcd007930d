package org.safercommunities.portal.shared;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.OptionalInt;

/** When people are told of what is to come: at nine in the morning in Kent, so many days before its day, whatever the clocks do in between. */
public final class DaysBefore {

    private static final LocalTime AT = LocalTime.of(9, 0);

    private DaysBefore() {}

    /** @param days 0 for the day itself */
    public static Instant momentOf(Instant event, int days) {
        return event.atZone(Dates.KENT)
                .toLocalDate()
                .minusDays(days)
                .atTime(AT)
                .atZone(Dates.KENT)
                .toInstant();
    }

    /** Of several the last whose moment has come, for the earlier ones say nothing more; empty when none has. */
    public static OptionalInt due(List<Integer> days, Instant event, Instant now) {
        return days.stream()
                .mapToInt(Integer::intValue)
                .filter(before -> !now.isBefore(momentOf(event, before)))
                .min();
    }
}
