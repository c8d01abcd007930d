package org.safercommunities.portal.shared;

import java.util.ArrayList;
import java.util.List;

/** Takes a text of tabs or commas apart, as RFC 4180 has it; a quotation mark that is never closed costs its own line only. */
public final class CsvLines {

    private static final int FEW = 6;

    private CsvLines() {}

    /**
     * One row.
     *
     * @param number of its first line, from 1
     * @param closed false when a quotation mark was left open
     */
    public record Record(int number, List<String> cells, boolean closed) {

        public String cell(int at) {
            return at >= 0 && at < cells.size() ? cells.get(at) : "";
        }

        public String first() {
            return cell(0).strip();
        }

        public boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** The separator is the one that the text has most of. */
    public static List<Record> read(String text) {
        List<String> lines = text.lines().toList();
        return read(lines, separator(lines), FEW);
    }

    /** The separator is the one that the first line with anything in it has most of: cells may hold others. */
    public static List<Record> readByHeading(String text) {
        return readByHeading(text, FEW);
    }

    /** @param longest how many lines a cell may have */
    public static List<Record> readByHeading(String text, int longest) {
        List<String> lines = text.lines().toList();
        return read(
                lines,
                separator(
                        lines.stream().filter(line -> !line.isBlank()).limit(1).toList()),
                longest);
    }

    private static List<Record> read(List<String> lines, char separator, int longest) {
        List<Record> records = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            StringBuilder whole = new StringBuilder(lines.get(at));
            List<String> cells = cells(whole.toString(), separator);
            int last = at;
            // A cell may hold line breaks: a few lines are looked at for its end
            while (cells.isEmpty() && last + 1 < Math.min(lines.size(), at + longest)) {
                last++;
                whole.append('\n').append(lines.get(last));
                cells = cells(whole.toString(), separator);
            }
            if (cells.isEmpty()) {
                records.add(new Record(at + 1, List.of(lines.get(at)), false));
            } else {
                records.add(new Record(at + 1, cells, true));
                at = last;
            }
        }
        return records;
    }

    /** Teams writes tabs; other meetings, and people who saved it again, commas or semicolons. */
    private static char separator(List<String> lines) {
        long tabs = count(lines, '\t');
        long commas = count(lines, ',');
        return tabs > 0 && tabs * 2 >= commas ? '\t' : commas >= count(lines, ';') ? ',' : ';';
    }

    private static long count(List<String> lines, char wanted) {
        return lines.stream()
                .mapToLong(line -> line.chars().filter(each -> each == wanted).count())
                .sum();
    }

    /** Empty when a quotation mark is still open at the end. */
    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char each = line.charAt(at);
            if (quoted && each == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (each == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (each == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(each);
            }
        }
        if (quoted) {
            return List.of();
        }
        cells.add(cell.toString());
        return cells;
    }
}
