package org.safercommunities.portal.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a value of the API has to be, in words of whoever calls it and not in those of the program. */
final class WhatIsExpected {

    private static final int LONGEST = 60;

    private WhatIsExpected() {}

    /**
     * @param where the name of what was given
     * @param type what it is read as; null when that is not known
     * @param given what was given; null to leave that out
     */
    static String at(String where, @Nullable Class<?> type, @Nullable Object given) {
        String said = given == null ? "" : ": “%s” is none".formatted(shortened(String.valueOf(given)));
        return "Enter %s at “%s”%s".formatted(type == null ? "another value" : of(type), where, said);
    }

    private static String of(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(each -> ((Enum<?>) each).name())
                    .collect(Collectors.joining(" or "));
        }
        if (type == LocalDate.class) {
            return "a date such as 2027-03-28";
        }
        if (type == OffsetDateTime.class || type == Instant.class) {
            return "a time with its offset, such as 2027-03-28T09:30:00+01:00,";
        }
        if (type == UUID.class) {
            return "an id as the portal gives it";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "a text";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
