package org.safercommunities.portal.bulletins;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of one block in JSON. It remembers which were asked for, so that one that nobody knows is refused. */
final class BlockFields {

    private static final Pattern UUIDS = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final JsonNode node;
    private final Set<String> known = new LinkedHashSet<>(Set.of("type"));

    BlockFields(JsonNode node) {
        this.node = node;
    }

    String id() {
        JsonNode value = value("id");
        return value == null ? Block.newId() : string("id", value);
    }

    String text(String field) {
        JsonNode value = value(field);
        return value == null ? "" : string(field, value);
    }

    boolean flag(String field) {
        JsonNode value = value(field);
        if (value != null && !value.isBoolean()) {
            throw refusal(field, "“%s” must be true or false");
        }
        return value != null && value.booleanValue();
    }

    int number(String field, int otherwise) {
        JsonNode value = value(field);
        if (value != null && !value.isInt()) {
            throw refusal(field, "“%s” must be a whole number");
        }
        return value == null ? otherwise : value.intValue();
    }

    @Nullable
    UUID uuid(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        String text = string(field, value);
        // Java would take “1-1-1-1-1” for an id too
        if (!UUIDS.matcher(text).matches()) {
            throw refusal(field, "“%s” must be an id as the portal gives it");
        }
        return UUID.fromString(text);
    }

    @Nullable
    LocalDate date(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(string(field, value));
        } catch (DateTimeParseException notADate) {
            throw refusal(field, "“%s” must be a date such as 2027-03-28");
        }
    }

    void refuseOthers() {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw new InvalidBulletin(
                        name, "it has no “%s”. Known here are %s".formatted(shortened(name), String.join(", ", known)));
            }
        }
    }

    private @Nullable JsonNode value(String field) {
        known.add(field);
        return node.get(field);
    }

    private static String string(String field, JsonNode value) {
        if (!value.isString()) {
            throw refusal(field, "“%s” must be a text");
        }
        return value.stringValue();
    }

    private static InvalidBulletin refusal(String field, String sentence) {
        return new InvalidBulletin(field, sentence.formatted(field));
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
