package org.safercommunities.portal.bulletins;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.safercommunities.portal.shared.CsvLines;
import org.safercommunities.portal.shared.TextOf;

/**
 * A list of subscribers as people keep it: columns in any order under a heading, or without one as {@code email,name,agency,topics};
 * with commas, semicolons or tabs; in UTF-8, UTF-16 or what Windows wrote.
 */
record ImportTable(List<Line> lines) {

    private static final Set<String> EMAIL = Set.of("email", "e-mail", "email address", "e-mail address", "mail");
    private static final Set<String> NAME = Set.of("name", "full name", "display name");
    private static final Set<String> AGENCY = Set.of("agency", "organisation", "organization");
    private static final Set<String> TOPICS = Set.of("topics", "topic");
    private static final int HEADING_WITHIN = 10;
    /** So many times as many lines may be there with blank ones: millions of those would fill the memory. */
    private static final long BLANK_TOO = 5;

    /**
     * @param fault why the line can be nobody; empty when it may be somebody
     */
    record Line(int number, String email, String name, String agency, String topics, String fault) {}

    private record Columns(int email, int name, int agency, int topics) {

        private static final Columns AS_DOCUMENTED = new Columns(0, 1, 2, 3);

        static Optional<Columns> of(CsvLines.Record row) {
            List<String> heads = row.cells().stream()
                    .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                    .toList();
            int email = indexOf(heads, EMAIL);
            return email < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Columns(email, indexOf(heads, NAME), indexOf(heads, AGENCY), indexOf(heads, TOPICS)));
        }

        private static int indexOf(List<String> heads, Set<String> names) {
            for (int at = 0; at < heads.size(); at++) {
                if (names.contains(heads.get(at))) {
                    return at;
                }
            }
            return -1;
        }
    }

    /** @throws InvalidBulletin at {@code file} when there is no way to tell where the addresses are, or too much of it */
    static ImportTable read(byte[] bytes, int mostLines) {
        String text = TextOf.bytes(bytes);
        if (text.lines().filter(line -> !line.isBlank()).limit(mostLines + 2L).count() > mostLines + 1L
                || text.lines().limit(BLANK_TOO * mostLines + 1L).count() > BLANK_TOO * mostLines) {
            throw new InvalidBulletin("file", "Send at most %,d lines at once: split the file".formatted(mostLines));
        }
        List<CsvLines.Record> records = CsvLines.readByHeading(text);
        Columns columns = columns(records);
        List<Line> lines = new ArrayList<>();
        boolean headed = false;
        for (CsvLines.Record row : records) {
            if (row.isBlank()) {
                continue;
            }
            boolean heading = Columns.of(row).isPresent();
            if (heading && !headed) {
                headed = true;
                continue;
            }
            lines.add(line(row, columns, heading));
        }
        return new ImportTable(List.copyOf(lines));
    }

    private static Columns columns(List<CsvLines.Record> records) {
        List<CsvLines.Record> first = records.stream()
                .filter(row -> !row.isBlank())
                .limit(HEADING_WITHIN)
                .toList();
        return first.stream()
                .flatMap(row -> Columns.of(row).stream())
                .findFirst()
                .or(() -> first.stream()
                        .filter(row -> row.first().contains("@"))
                        .findFirst()
                        .map(row -> Columns.AS_DOCUMENTED))
                .orElseThrow(() -> new InvalidBulletin(
                        "file",
                        "Name the columns in the first line: email,name,agency,topics. Only email must be there"));
    }

    private static Line line(CsvLines.Record row, Columns columns, boolean heading) {
        String email = row.cell(columns.email()).strip();
        return new Line(
                row.number(),
                email,
                row.cell(columns.name()).strip(),
                row.cell(columns.agency()).strip(),
                row.cell(columns.topics()).strip(),
                fault(row, email, heading));
    }

    private static String fault(CsvLines.Record row, String email, boolean heading) {
        if (heading) {
            return "This is a second heading. Take the line out";
        }
        if (!row.closed()) {
            return "A quotation mark is opened and never closed. Close it, or take it out";
        }
        if (email.isEmpty()) {
            return "There is no email address in this line. Add it, or take the line out";
        }
        return String.join("", row.cells()).indexOf('\uFFFD') >= 0
                ? "Letters of this line cannot be read. Save the file as UTF-8"
                : "";
    }
}
