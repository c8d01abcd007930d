package org.safercommunities.portal.shared;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes a table that spreadsheets open as it is: RFC 4180, with a byte order mark so that Excel reads UTF-8. A value that a
 * spreadsheet would run as a formula gets an apostrophe before it, since people can put what they like into a name; one with a mark
 * that some spreadsheets end a cell at is quoted, so that no cell begins in the middle of it.
 */
public final class Csv {

    private final Appendable out;

    public Csv(Appendable out) throws IOException {
        this.out = out;
        out.append('\uFEFF');
    }

    public Csv row(String... values) throws IOException {
        out.append(Arrays.stream(values).map(Csv::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String quoted(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(each -> "\",;\t\n\r".indexOf(each) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
