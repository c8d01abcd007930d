package org.safercommunities.portal;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ui.EmptyState;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.Icon;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PageSection;

/** What was deleted in time, and what will be, for administrators. */
@Route("admin/retention")
@PageTitle("Retention")
@StyleSheet("privacy.css")
@RolesAllowed("ADMINISTRATOR")
class RetentionView extends Div {

    private static final int LINES = 200;

    RetentionView(RetentionRuns runs, CurrentReader current) {
        Reader reader = current.get();
        List<RetentionRuns.Due> due = runs.due(reader);
        Map<String, String> names = due.stream()
                .collect(Collectors.toMap(
                        each -> each.kind().rule(), each -> each.kind().what()));
        PrivacyTable soon = new PrivacyTable(
                "What is due", "Kind of data", "Due tonight", "In the next 30 days", "What happens then");
        due.forEach(each -> soon.row(
                each.kind().what(),
                "%,d".formatted(each.now()),
                "%,d".formatted(each.soon()),
                each.kind().fate().inWords()));
        List<RetentionRuns.Line> lines = runs.newest(LINES, reader);
        PrivacyTable last = new PrivacyTable("The last runs", "Kind of data", "When", "Due", "Done", "How it went");
        lines.forEach(line -> last.row(
                names.getOrDefault(line.rule(), line.rule()),
                Dates.moment(line.began()),
                "%,d".formatted(line.due()),
                "%,d".formatted(line.done()),
                outcome(line)));
        add(
                new PageHeader("Retention")
                        .crumb("Administration", "admin")
                        .lead(
                                "Every night at twenty past three what has been kept long enough is deleted or loses its name.")
                        .actions(FileLink.csv("retention.csv", out -> runs.write(out, current.get()))),
                new PageSection("What is due", soon),
                new PageSection(
                        "The last runs",
                        lines.isEmpty()
                                ? new EmptyState(
                                        Icon.SCROLL_TEXT,
                                        "No runs yet",
                                        "The first is tonight. Each leaves a line here.")
                                : last));
    }

    private static String outcome(RetentionRuns.Line line) {
        return line.fault() == null
                ? "In order, %.1f seconds".formatted(line.took().toMillis() / 1000.0)
                : "Not finished. " + line.fault();
    }
}
