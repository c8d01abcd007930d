package org.safercommunities.portal.shared.privacy;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long something is kept.
 *
 * @param period null where an occasion ends it rather than a time
 * @param from from when the period counts, or what ends it, as the words go on: “after our answer”, “until you change it”
 */
public record Keeping(@Nullable Period period, String from) {

    public static Keeping of(Period period, String from) {
        return new Keeping(period, from);
    }

    public static Keeping days(int days, String from) {
        return new Keeping(Period.ofDays(days), from);
    }

    public static Keeping until(String occasion) {
        return new Keeping(null, "until " + occasion);
    }

    /** For example “one year after our answer”. */
    public String inWords() {
        return period == null ? from : words(period) + " " + from;
    }

    private static String words(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        add(parts, period.getDays(), "day");
        return parts.isEmpty() ? "at once" : String.join(" and ", parts);
    }

    private static void add(List<String> parts, int number, String unit) {
        if (number > 0) {
            parts.add(number == 1 ? "one " + unit : number + " " + unit + "s");
        }
    }
}
