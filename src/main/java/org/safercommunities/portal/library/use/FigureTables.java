package org.safercommunities.portal.library.use;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Csv;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ReaderCounts;
import org.springframework.stereotype.Service;

/** The figures of the library as tables that spreadsheets open. */
@Service
public class FigureTables {

    static final String FEW = "fewer than " + ReaderCounts.FEWEST;

    private final LibraryFigures figures;
    private final ReadingWeeks weeks;
    private final NeglectedDocuments neglected;
    private final Agencies agencies;

    FigureTables(LibraryFigures figures, ReadingWeeks weeks, NeglectedDocuments neglected, Agencies agencies) {
        this.figures = figures;
        this.weeks = weeks;
        this.neglected = neglected;
        this.agencies = agencies;
    }

    public void documents(MonthSpan span, Appendable out, Reader by) throws IOException {
        Csv table = new Csv(out).row("Document", "Marking", "People", "Downloads", "Id");
        for (LibraryFigures.OfDocument line : figures.documents(span, by)) {
            table.row(
                    line.title(),
                    line.marking(),
                    line.people().isEmpty() ? FEW : String.valueOf(line.people().getAsInt()),
                    String.valueOf(line.downloads()),
                    line.id().toString());
        }
    }

    public void agencies(MonthSpan span, Appendable out, Reader by) throws IOException {
        Csv table = new Csv(out).row("Agency", "People");
        for (var line : named(figures.agencies(span, by)).entrySet()) {
            table.row(line.getKey(), String.valueOf(line.getValue()));
        }
    }

    public void weeks(MonthSpan span, Appendable out, Reader by) throws IOException {
        Csv table = new Csv(out).row("From", "To", "Reads", "Downloads");
        for (ReadingWeeks.Week week : weeks.of(span, by)) {
            table.row(
                    week.from().toString(),
                    week.to().toString(),
                    String.valueOf(week.reads()),
                    String.valueOf(week.downloads()));
        }
    }

    public void searchesInVain(MonthSpan span, Appendable out, Reader by) throws IOException {
        Csv table = new Csv(out).row("Words", "Times");
        for (LibraryFigures.InVain line : figures.searchesInVain(span, by)) {
            table.row(line.words(), String.valueOf(line.times()));
        }
    }

    public void stale(Appendable out, Reader by) throws IOException {
        write(neglected.stale(by), out);
    }

    public void unread(Appendable out, Reader by) throws IOException {
        write(neglected.unread(by), out);
    }

    /** Each line that is shown, by the name of the agency; the others together last. */
    public Map<String, Integer> named(ReaderCounts counts) {
        Map<String, String> names =
                agencies.all().stream().collect(Collectors.toMap(AgencySummary::slug, AgencySummary::name));
        Map<String, Integer> lines = new LinkedHashMap<>();
        counts.byAgency().forEach((slug, people) -> lines.put(names.getOrDefault(slug, slug), people));
        counts.others().ifPresent(people -> lines.put("All other agencies together", people));
        return lines;
    }

    private static void write(List<NeglectedDocuments.Line> lines, Appendable out) throws IOException {
        Csv table = new Csv(out).row("Document", "Marking", "Review due", "Published", "Put in by", "Id");
        for (NeglectedDocuments.Line line : lines) {
            table.row(
                    line.title(),
                    line.marking(),
                    line.reviewOn() == null ? "" : line.reviewOn().toString(),
                    line.published().atZone(Dates.KENT).toLocalDate().toString(),
                    line.owner(),
                    line.id().toString());
        }
    }
}
