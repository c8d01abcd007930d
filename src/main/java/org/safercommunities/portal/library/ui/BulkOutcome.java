package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.library.catalogue.BulkReport;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.Row;
import org.safercommunities.portal.shared.ui.Rows;

/** What became of many documents, or would. */
class BulkOutcome extends Div {

    private static final int ROWS_SHOWN = 50;
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("kind", "kind"),
            Map.entry("topics", "topics"),
            Map.entry("marking", "marking"),
            Map.entry("handling", "handling instruction"),
            Map.entry("audience", "audience"),
            Map.entry("reviewOn", "review date"),
            Map.entry("owner", "owner"),
            Map.entry("visibleUntil", "end of visibility"),
            Map.entry("disposeOn", "end of keeping"),
            Map.entry("retentionBasis", "reason for keeping"));

    BulkOutcome() {
        getElement().setAttribute("role", "status");
        addClassName("sc-bulk-outcome");
    }

    /** @param titles of those that were refused, which a report does not name */
    void show(BulkReport report, Map<UUID, String> titles) {
        removeAll();
        String changed = "%s %s.".formatted(documents(report.changed()), report.dryRun() ? "would change" : "changed");
        String rest = fields(report)
                + (report.unchanged() == 0 ? "" : " %s as before.".formatted(documents(report.unchanged())))
                + (report.left() == 0 ? "" : " Stopped: %s left as they were.".formatted(documents(report.left())));
        add(report.dryRun() ? Callout.info(changed, rest) : Callout.good(changed, rest));
        List<Row> refused = report.items().stream()
                .filter(line -> line.outcome() == BulkReport.Outcome.REFUSED)
                .limit(ROWS_SHOWN)
                .map(line -> Row.titled(titles.getOrDefault(line.id(), "A document"))
                        .facts(line.message() + ".")
                        .warn())
                .toList();
        if (!refused.isEmpty()) {
            add(Callout.warn(
                            "%s %s."
                                    .formatted(
                                            documents(report.refused()),
                                            report.dryRun() ? "would be refused" : "not changed"),
                            report.refused() > ROWS_SHOWN ? "The first %d stand here.".formatted(ROWS_SHOWN) : "")
                    .more(new Rows(refused)));
        }
    }

    private static String fields(BulkReport report) {
        Map<String, Long> counts = report.items().stream()
                .flatMap(line -> line.fields().stream())
                .collect(Collectors.groupingBy(
                        field -> WORDS.getOrDefault(field, field), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> "%s: %,d".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "", counts.isEmpty() ? "" : "."));
    }

    static String documents(int count) {
        return count == 1 ? "1 document" : "%,d documents".formatted(count);
    }
}
