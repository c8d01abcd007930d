package org.safercommunities.portal.events.calendar;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.util.TimeZone;
import org.safercommunities.portal.shared.Dates;

/** Kent’s time zone as calendar files describe it: clocks go forward on the last Sunday of March, back on the last of October. */
final class KentTime {

    private static final UtcOffset GREENWICH = new UtcOffset(true, 0, 0);
    private static final UtcOffset SUMMER = new UtcOffset(true, 1, 0);

    private KentTime() {}

    static TimezoneAssignment zone() {
        VTimezone zone = new VTimezone(Dates.KENT.getId());
        DaylightSavingsTime summer = new DaylightSavingsTime();
        describe(summer, "BST", GREENWICH, SUMMER, 3, new DateTimeComponents(1981, 3, 29, 1, 0, 0, false));
        zone.addDaylightSavingsTime(summer);
        StandardTime winter = new StandardTime();
        describe(winter, "GMT", SUMMER, GREENWICH, 10, new DateTimeComponents(1996, 10, 27, 2, 0, 0, false));
        zone.addStandardTime(winter);
        return new TimezoneAssignment(TimeZone.getTimeZone(Dates.KENT), zone);
    }

    private static void describe(
            Observance time, String name, UtcOffset from, UtcOffset to, int month, DateTimeComponents first) {
        time.setDateStart(first);
        time.setTimezoneOffsetFrom(from);
        time.setTimezoneOffsetTo(to);
        time.addTimezoneName(name);
        time.setRecurrenceRule(new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(month)
                .byDay(-1, DayOfWeek.SUNDAY)
                .build());
    }
}
