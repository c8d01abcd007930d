package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.use.FigureTables;
import org.safercommunities.portal.library.use.LibraryFigures;
import org.safercommunities.portal.library.use.MonthSpan;
import org.safercommunities.portal.library.use.NeglectedDocuments;
import org.safercommunities.portal.library.use.ReadingWeeks;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ReaderCounts;
import org.safercommunities.portal.shared.ui.FileLink;

/** The figures of the library, each drawn on a sheet of its own, with its table below and as a file. */
@org.springframework.stereotype.Component
class FigureSheets {

    private static final int MOST_NEGLECTED = 25;
    private static final String RULE =
            "Fewer than %d people are not shown, and more are rounded down to a multiple of five, so that"
                    + " nobody can be told by it. All other agencies together are shown only where that gives none of them away.";

    private final LibraryFigures figures;
    private final ReadingWeeks weeks;
    private final NeglectedDocuments neglected;
    private final FigureTables tables;
    private final CurrentReader reader;

    FigureSheets(
            LibraryFigures figures,
            ReadingWeeks weeks,
            NeglectedDocuments neglected,
            FigureTables tables,
            CurrentReader reader) {
        this.figures = figures;
        this.weeks = weeks;
        this.neglected = neglected;
        this.tables = tables;
        this.reader = reader;
    }

    Collection<Component> all(MonthSpan span) {
        return List.of(
                weeks(span),
                documents(span),
                agencies(span),
                inVain(span),
                neglected(
                        "Review overdue",
                        "No document is past its review date.",
                        "%s, by when the review was due.",
                        neglected.stale(reader.get()),
                        line -> line.reviewOn() == null ? Dates.today() : line.reviewOn(),
                        "Review was due",
                        FileLink.csv("review-overdue.csv", out -> tables.stale(out, reader.get()))),
                neglected(
                        "Not downloaded for a year",
                        "Every document that is older than a year was downloaded in the last one.",
                        "%s, by the day of publication.",
                        neglected.unread(reader.get()),
                        line -> line.published().atZone(Dates.KENT).toLocalDate(),
                        "Published",
                        FileLink.csv("not-downloaded.csv", out -> tables.unread(out, reader.get()))));
    }

    private Component weeks(MonthSpan span) {
        List<ReadingWeeks.Week> lines = weeks.of(span, reader.get());
        FigureSheet sheet = new FigureSheet("Reading week by week");
        String note = "Opened or downloaded, each person and document once a day. " + since(span);
        if (lines.stream().allMatch(week -> week.reads() == 0)) {
            return sheet.note(note).says("Nobody has opened or downloaded a document in these months.");
        }
        FigureTable table = new FigureTable("Reading week by week", "Week", "Reads", "Downloads");
        lines.forEach(week -> table.line(FigureCharts.inWords(week), number(week.reads()), number(week.downloads())));
        boolean open = lines.stream().anyMatch(week -> !week.over());
        return sheet.says(FigureCharts.summary(lines))
                .note(open ? note + " An outline is a week that is not over." : note)
                .drawn("Reads in each week", FigureCharts.weeks("Reads in each week", lines))
                .table(table, false, FileLink.csv("weeks.csv", out -> tables.weeks(span, out, reader.get())));
    }

    private Component documents(MonthSpan span) {
        List<LibraryFigures.OfDocument> lines = figures.documents(span, reader.get());
        FigureSheet sheet = new FigureSheet("Most read")
                .note("Who opened or downloaded a document, each person once. " + since(span));
        if (lines.isEmpty()) {
            return sheet.says("Nobody has opened or downloaded a document in these months.");
        }
        FigureTable table = new FigureTable("Most read", "Document", "People", "Downloads");
        lines.forEach(line -> table.linked(
                line.title(),
                DocumentAddress.page(line.id()),
                line.people().isEmpty()
                        ? "under " + ReaderCounts.FEWEST
                        : number(line.people().getAsInt()),
                number(line.downloads())));
        if (lines.stream().anyMatch(line -> line.downloads() > 0)) {
            String caption = "Downloads of the documents read most";
            sheet.drawn(caption, FigureCharts.documents(caption, lines));
        }
        return sheet.table(
                table, true, FileLink.csv("most-read.csv", out -> tables.documents(span, out, reader.get())));
    }

    private Component agencies(MonthSpan span) {
        Map<String, Integer> lines = tables.named(figures.agencies(span, reader.get()));
        FigureSheet sheet = new FigureSheet("Readers by agency").note(RULE.formatted(ReaderCounts.FEWEST));
        if (lines.isEmpty()) {
            return sheet.says("No agency has had %d readers in these months.".formatted(ReaderCounts.FEWEST));
        }
        FigureTable table = new FigureTable("Readers by agency", "Agency", "People");
        lines.forEach((agency, people) -> table.line(agency, number(people)));
        return sheet.drawn("People of each agency", FigureCharts.agencies("People of each agency", lines))
                .table(table, false, FileLink.csv("readers.csv", out -> tables.agencies(span, out, reader.get())));
    }

    private Component inVain(MonthSpan span) {
        List<LibraryFigures.InVain> lines = figures.searchesInVain(span, reader.get());
        FigureSheet sheet = new FigureSheet("Searched for and not found")
                .note(
                        "Words for which somebody found nothing that they may see. Who it was is not kept; email addresses and"
                                + " long numbers are left out.");
        if (lines.isEmpty()) {
            return sheet.says("Every search in these months has found something.");
        }
        FigureTable table = new FigureTable("Searched for and not found", "Words", "Times");
        lines.forEach(line -> table.linked(
                line.words(),
                "library?q=" + URLEncoder.encode(line.words(), StandardCharsets.UTF_8),
                number(line.times())));
        String caption = "How often these words were searched for";
        return sheet.drawn(caption, FigureCharts.searches(caption, lines))
                .table(
                        table,
                        true,
                        FileLink.csv("searches.csv", out -> tables.searchesInVain(span, out, reader.get())));
    }

    private static Component neglected(
            String heading,
            String none,
            String some,
            List<NeglectedDocuments.Line> lines,
            Function<NeglectedDocuments.Line, LocalDate> when,
            String head,
            Component file) {
        FigureSheet sheet = new FigureSheet(heading);
        if (lines.isEmpty()) {
            return sheet.says(none);
        }
        FigureTable table = new FigureTable(heading, "Document", head);
        lines.stream()
                .limit(MOST_NEGLECTED)
                .forEach(line ->
                        table.linked(line.title(), DocumentAddress.page(line.id()), Dates.brief(when.apply(line))));
        sheet.says(some.formatted(BulkOutcome.documents(lines.size())))
                .drawn("Documents", FigureCharts.ages(heading, lines, when, Dates.today()));
        if (lines.size() > MOST_NEGLECTED) {
            sheet.note("The first %d stand here; all are in the table to download.".formatted(MOST_NEGLECTED));
        }
        return sheet.table(table, true, file);
    }

    private String since(MonthSpan span) {
        LocalDate counted = figures.since();
        return counted.isAfter(span.from().atDay(1)) ? "Counted since %s.".formatted(Dates.brief(counted)) : "";
    }

    private static String number(int count) {
        return "%,d".formatted(count);
    }
}
