package org.safercommunities.portal.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The fields of a YAML map. A missing one is null, or says which it is when it is needed. */
record Yamls(Map<String, @Nullable Object> fields) {

    @SuppressWarnings("unchecked")
    static Yamls read(String text) {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return new Yamls((Map<String, @Nullable Object>) read);
    }

    @Nullable
    String optional(String name) {
        Object value = fields.get(name);
        return value == null ? null : value.toString();
    }

    String text(String name) {
        String value = optional(name);
        if (value == null) {
            throw new IllegalArgumentException("“%s” is missing in %s".formatted(name, fields));
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = optional(name);
        return value == null ? otherwise : value;
    }

    List<String> list(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    List<Yamls> maps(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream()
                        .map(each -> new Yamls((Map<String, @Nullable Object>) each))
                        .toList()
                : List.of();
    }

    @Nullable
    LocalDate date(String name) {
        return fields.get(name) instanceof Date date ? LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC) : null;
    }
}
