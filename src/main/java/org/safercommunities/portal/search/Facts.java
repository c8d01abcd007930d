package org.safercommunities.portal.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The facts of an entry as they are kept: a JSON object of strings. */
final class Facts {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private Facts() {}

    static String write(Map<String, String> facts) {
        return JSON.writeValueAsString(new TreeMap<>(facts));
    }

    static Map<String, String> read(String json) {
        return JSON.readValue(json, STRINGS);
    }

    /** The moment of publication; the start of the day (UTC) when none is among the facts. */
    static Instant moment(String json, LocalDate date) {
        String published = read(json).get(SearchEntry.PUBLISHED);
        if (published != null) {
            try {
                return OffsetDateTime.parse(published).toInstant();
            } catch (DateTimeParseException notAMoment) {
                // Sorted by its day then
            }
        }
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
