package org.safercommunities.portal.shared;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what the API’s callers say, strictly: a misspelt “audience” must not mean everyone. What cannot be read is refused with
 * the place where it stands and what it has to be.
 */
public final class StrictJson {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .build();

    private StrictJson() {}

    /** @param refusal makes the module’s own refusal of a field and a sentence */
    public static <T> T read(String json, Class<T> form, BiFunction<String, String, ? extends InvalidInput> refusal) {
        try {
            T said = STRICT.readValue(json.isBlank() ? "{}" : json, form);
            if (said == null) {
                throw refusal.apply("body", "Send an object, that is something between { and }");
            }
            return said;
        } catch (JacksonException notAsExpected) {
            // What a constructor refused says better what to do than the parser around it
            if (notAsExpected.getCause() instanceof InvalidInput invalid) {
                throw invalid;
            }
            throw refusal.apply(field(notAsExpected), inWords(notAsExpected));
        }
    }

    /** The members of an object that was {@linkplain #read read} which say null: in a PATCH, those that are to be nothing again. */
    public static Set<String> nulls(String json) {
        return STRICT.readTree(json.isBlank() ? "{}" : json).properties().stream()
                .filter(member -> member.getValue().isNull())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The same of the object that is a member of it. */
    public static Set<String> nulls(String json, String member) {
        return nulls(STRICT.readTree(json).path(member).toString());
    }

    private static String inWords(JacksonException failure) {
        String where = where(failure);
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "This is not JSON of the documented form: it has no “%s”. Known here are %s"
                        .formatted(where, known(unknown));
            case InvalidNullException _ -> "Leave the null out at “%s”".formatted(where);
            case InvalidFormatException wrong -> WhatIsExpected.at(where, wrong.getTargetType(), wrong.getValue());
            case MismatchedInputException other ->
                where.isEmpty()
                        ? "Send an object, that is something between { and }"
                        : WhatIsExpected.at(where, other.getTargetType(), null);
            case InputCoercionException tooLarge -> WhatIsExpected.at(where, tooLarge.getTargetType(), null);
            case StreamReadException broken -> "This is not JSON" + at(broken.getLocation());
            default -> "This is not JSON of the documented form" + at(failure.getLocation());
        };
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ": look at line %d, character %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? "others"
                : unknown.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** For example {@code sessions[0].capacity.ONLINE}. */
    private static String where(JacksonException failure) {
        StringBuilder where = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                where.append('[').append(step.getIndex()).append(']');
            } else {
                where.append(where.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return where.toString();
    }

    private static String field(JacksonException failure) {
        return failure.getPath().isEmpty() || failure.getPath().getFirst().getPropertyName() == null
                ? "body"
                : failure.getPath().getFirst().getPropertyName();
    }
}
