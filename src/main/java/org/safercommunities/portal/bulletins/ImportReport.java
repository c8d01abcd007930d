package org.safercommunities.portal.bulletins;

import java.io.IOException;
import java.util.List;
import org.safercommunities.portal.shared.Csv;

/**
 * What came of a list, row by row.
 *
 * @param accepted new ones
 * @param changed were there, and get more or are called otherwise now
 * @param unchanged were there as the list has them
 * @param refused were not taken; each row says how to mend it
 */
public record ImportReport(int accepted, int changed, int unchanged, int refused, List<Row> rows) {

    /**
     * @param line in the file, from 1
     * @param email as far as one can be read, without line breaks
     * @param outcome accepted, changed, unchanged or refused
     * @param message what to know, or how to mend it; may be empty
     */
    public record Row(int line, String email, String outcome, String message) {

        public boolean isRefused() {
            return outcome.equals(word(SubscriberIntake.Outcome.REFUSED));
        }

        static Row of(int line, String email, SubscriberIntake.Outcome outcome, String message) {
            return new Row(line, email, word(outcome), message);
        }
    }

    static ImportReport of(List<Row> rows) {
        return new ImportReport(
                count(rows, SubscriberIntake.Outcome.ACCEPTED),
                count(rows, SubscriberIntake.Outcome.CHANGED),
                count(rows, SubscriberIntake.Outcome.UNCHANGED),
                count(rows, SubscriberIntake.Outcome.REFUSED),
                List.copyOf(rows));
    }

    /** Writes it as a table, for a spreadsheet. */
    public void export(Appendable out) throws IOException {
        Csv csv = new Csv(out).row("Line", "Email", "Outcome", "What to know");
        for (Row row : rows) {
            csv.row(String.valueOf(row.line()), row.email(), row.outcome(), row.message());
        }
    }

    private static int count(List<Row> rows, SubscriberIntake.Outcome outcome) {
        return (int)
                rows.stream().filter(row -> row.outcome().equals(word(outcome))).count();
    }

    private static String word(SubscriberIntake.Outcome outcome) {
        return outcome.name().toLowerCase(java.util.Locale.ROOT);
    }
}
