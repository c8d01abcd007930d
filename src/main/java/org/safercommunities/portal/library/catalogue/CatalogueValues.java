package org.safercommunities.portal.library.catalogue;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.shared.Dates;

/** Reads cells of the catalogue, also as spreadsheets write them when they save a table again. */
public final class CatalogueValues {

    private static final DateTimeFormatter BRITISH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private CatalogueValues() {}

    /** 2027-03-31, or 31/03/2027; null when nothing is there. */
    public static @Nullable LocalDate day(String field, String cell) {
        if (cell.isBlank()) {
            return null;
        }
        try {
            return cell.indexOf('/') > 0 ? LocalDate.parse(cell.strip(), BRITISH) : LocalDate.parse(cell.strip());
        } catch (DateTimeException noDay) {
            throw new InvalidDocument(
                    field, "“%s” in %s is not a day. Write it like 2027-03-31".formatted(shown(cell), field));
        }
    }

    /** A day and a time, with the distance from UTC or without: then by the clock of Kent. */
    public static @Nullable Instant moment(String field, String cell) {
        String plain = cell.strip().replaceFirst(" (?=[0-9])", "T");
        if (plain.isEmpty()) {
            return null;
        }
        try {
            return plain.matches(".*T.*(Z|[+-][0-9:]+)")
                    ? OffsetDateTime.parse(plain).toInstant()
                    : LocalDateTime.parse(plain).atZone(Dates.KENT).toInstant();
        } catch (DateTimeException noMoment) {
            throw new InvalidDocument(
                    field,
                    "“%s” in %s is not a day and time. Write it like 2027-03-31T09:00".formatted(shown(cell), field));
        }
    }

    public static boolean yes(String field, String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true", "1", "x" -> true;
            case "", "no", "n", "false", "0" -> false;
            default -> throw new InvalidDocument(field, "Write yes or no in %s".formatted(field));
        };
    }

    /** Several stand with | or ; between them. */
    public static List<String> several(String cell) {
        return Arrays.stream(cell.split("[|;]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static String shown(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }
}
