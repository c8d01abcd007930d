package org.safercommunities.portal.events;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safercommunities.portal.shared.CsvLines;
import org.safercommunities.portal.shared.TextOf;

/**
 * Who took part in an online meeting, as Teams and others write it: a table of its own, or one part among others with a heading
 * such as “2. Participants”. Whatever cannot be read is kept with its line.
 *
 * @param lines one for each person and stay
 * @param open lines that could not be read
 */
public record AttendanceTable(List<Line> lines, List<Open> open) {

    private static final Set<String> NAMES = Set.of("name", "full name", "display name", "participant", "attendee");
    private static final Set<String> ADDRESSES =
            Set.of("email", "e-mail", "email address", "e-mail address", "user email");
    private static final String UPN = "participant id (upn)";
    private static final Pattern HEADING = Pattern.compile("\\d+\\.\\s+(.*)");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern FAMILY_NAME_FIRST = Pattern.compile("([^,]+),([^,]+)");
    private static final int LONGEST = 300;

    /** @param number of the line in the file, from 1 */
    public record Line(int number, String name, String email) {
        String inWords() {
            return email.isEmpty() ? name : name.isEmpty() ? email : name + ", " + email;
        }
    }

    /** A line that is left to people: what it says and why. */
    public record Open(int number, String line, String why) {}

    /** Where the columns are. */
    private record Columns(int name, int email, int upn) {}

    static AttendanceTable read(byte[] bytes) {
        List<CsvLines.Record> records = CsvLines.read(TextOf.bytes(bytes));
        List<Line> lines = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        Optional<Columns> columns = Optional.empty();
        boolean over = false;
        for (CsvLines.Record row : records) {
            Matcher heading = HEADING.matcher(row.first());
            if (row.isBlank() || over) {
                continue;
            }
            if (row.cells().stream().skip(1).allMatch(String::isBlank) && heading.matches()) {
                // The parts after the participants tell of the same people again
                over = columns.isPresent();
            } else if (columns.isEmpty()) {
                columns = columns(row);
            } else {
                read(row, columns.get(), lines, open);
            }
        }
        InvalidEvent.unless(
                columns.isPresent(),
                "file",
                "There is no column “Name” or “Email” in this file. Choose the attendance report that the meeting gave, as CSV");
        return new AttendanceTable(List.copyOf(lines), List.copyOf(open));
    }

    private static void read(CsvLines.Record row, Columns columns, List<Line> lines, List<Open> open) {
        String said = shortened(String.join(" ", row.cells()).strip());
        String name = row.cell(columns.name()).strip();
        String email = row.cell(columns.email()).strip();
        if (email.isEmpty()) {
            email = row.cell(columns.upn()).strip();
        }
        if (!row.closed()) {
            open.add(new Open(row.number(), said, "A quotation mark is opened and never closed"));
        } else if (said.indexOf('\uFFFD') >= 0) {
            open.add(new Open(row.number(), said, "It has letters that cannot be read. Save the file as UTF-8"));
        } else if (name.isEmpty() && email.isEmpty()) {
            open.add(new Open(row.number(), said, "There is neither a name nor an address"));
        } else if (!email.isEmpty() && !ADDRESS.matcher(email).matches() && name.isEmpty()) {
            open.add(new Open(row.number(), said, "“%s” is no e-mail address".formatted(shortened(email))));
        } else {
            String address = ADDRESS.matcher(email).matches() ? email.toLowerCase(Locale.ROOT) : "";
            lines.add(new Line(row.number(), shortened(name), shortened(address)));
        }
    }

    private static Optional<Columns> columns(CsvLines.Record row) {
        List<String> heads = row.cells().stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .toList();
        int name = indexOf(heads, NAMES);
        int email = indexOf(heads, ADDRESSES);
        int upn = heads.indexOf(UPN);
        return name < 0 && email < 0 && upn < 0 ? Optional.empty() : Optional.of(new Columns(name, email, upn));
    }

    private static int indexOf(List<String> heads, Set<String> names) {
        for (int at = 0; at < heads.size(); at++) {
            if (names.contains(heads.get(at))) {
                return at;
            }
        }
        return -1;
    }

    /** A name without what differs between systems: case, accents, “(Guest)”, the family name first. */
    static String comparable(String name) {
        String words = name.replaceAll("\\([^)]*\\)", " ").strip();
        Matcher turned = FAMILY_NAME_FIRST.matcher(words);
        if (turned.matches()) {
            words = turned.group(2).strip() + " " + turned.group(1).strip();
        }
        String plain = Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return String.join(
                " ",
                Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
