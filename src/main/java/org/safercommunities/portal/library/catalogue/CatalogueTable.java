package org.safercommunities.portal.library.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.shared.CsvLines;
import org.safercommunities.portal.shared.TextOf;

/**
 * A table about documents as people keep it: the columns of the catalogue under their headings, in any order and any number, with
 * commas, semicolons or tabs.
 *
 * @param notes what whoever sent it should know about the whole of it
 */
public record CatalogueTable(List<Line> lines, List<String> notes) {

    public static final int MOST_BYTES = 64_000_000;
    /** A description may have many lines. */
    private static final int LONGEST_CELL_LINES = 500;

    /** @param fault why nothing can be made of it; empty when something may */
    public record Line(int number, Map<CatalogueColumn, String> cells, String fault) {

        /** Without spaces around it; empty also when there is no such column. */
        public String cell(CatalogueColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * @param key the column that says what a line is about, without which there is nothing to read
     * @throws InvalidDocument at {@code file} when there is no such column
     */
    public static CatalogueTable read(byte[] bytes, CatalogueColumn key) {
        List<String> notes = new ArrayList<>();
        boolean utf16 = bytes.length > 1 && (bytes[0] & 0xFF) + (bytes[1] & 0xFF) == 0x1FD;
        if (!utf16 && !isUtf8(bytes)) {
            notes.add(
                    "The table is not UTF-8. It was read as Windows wrote it once (Windows-1252): look at the accents,"
                            + " or save it as CSV UTF-8");
        }
        List<CsvLines.Record> rows = CsvLines.readByHeading(TextOf.bytes(bytes), LONGEST_CELL_LINES).stream()
                .filter(row -> !row.isBlank())
                .toList();
        Map<CatalogueColumn, Integer> columns = rows.isEmpty() ? Map.of() : columns(rows.getFirst(), notes);
        if (!columns.containsKey(key)) {
            throw new InvalidDocument(
                    "file",
                    "Name the columns in the first line, as the catalogue has them; “%s” must be among them"
                            .formatted(key.heading()));
        }
        List<Line> lines = rows.stream()
                .skip(1)
                .map(row -> line(row, rows.getFirst(), columns))
                .toList();
        return new CatalogueTable(lines, List.copyOf(notes));
    }

    private static Map<CatalogueColumn, Integer> columns(CsvLines.Record heading, List<String> notes) {
        Map<CatalogueColumn, Integer> columns = new EnumMap<>(CatalogueColumn.class);
        TreeSet<String> unknown = new TreeSet<>();
        for (int at = 0; at < heading.cells().size(); at++) {
            String name = heading.cell(at).strip();
            Optional<CatalogueColumn> column = CatalogueColumn.of(name);
            if (column.isEmpty() && !name.isEmpty()) {
                unknown.add(name);
            } else if (column.isPresent() && columns.putIfAbsent(column.get(), at) != null) {
                throw new InvalidDocument("file", "The column “%s” is there twice. Keep one".formatted(name));
            }
        }
        if (!unknown.isEmpty()) {
            notes.add("Not columns of the catalogue, and left out: " + String.join(", ", unknown));
        }
        return columns;
    }

    private static Line line(CsvLines.Record row, CsvLines.Record heading, Map<CatalogueColumn, Integer> columns) {
        Map<CatalogueColumn, String> cells = new EnumMap<>(CatalogueColumn.class);
        columns.forEach((column, at) -> cells.put(column, unguarded(row.cell(at).strip())));
        return new Line(row.number(), Map.copyOf(cells), fault(row, heading));
    }

    private static String fault(CsvLines.Record row, CsvLines.Record heading) {
        if (!row.closed()) {
            return "A quotation mark is opened and never closed. Close it, or take it out";
        }
        if (row.cells().size() > heading.cells().size()) {
            return "There are more cells than columns. Put text that has commas in quotation marks";
        }
        String all = String.join("", row.cells());
        if (all.indexOf('\uFFFD') >= 0 || all.indexOf('\0') >= 0) {
            return "Letters of this line cannot be read. Save the table as CSV UTF-8";
        }
        return "";
    }

    /** Takes the apostrophe away that {@link org.safercommunities.portal.shared.Csv} puts before what looks like a formula. */
    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@＝＋－＠".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }
}
