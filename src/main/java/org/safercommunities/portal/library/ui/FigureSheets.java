package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.library.use.FigureTables;
import org.safercommunities.portal.library.use.LibraryFigures;
import org.safercommunities.portal.library.use.MonthSpan;
import org.safercommunities.portal.library.use.NeglectedDocuments;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ReaderCounts;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.FileLink;
import org.safercommunities.portal.shared.ui.Sheet;

/** The figures of the library, each drawn on a sheet of its own, with its table as a file. */
@org.springframework.stereotype.Component
class FigureSheets {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
    private static final int MOST_NEGLECTED = 25;
    private static final String RULE =
            "Fewer than %d people are not shown, and more are rounded down to a multiple of five, so that"
                    + " nobody can be told by it. All other agencies together are shown only where that gives none of them away.";

    private final LibraryFigures figures;
    private final NeglectedDocuments neglected;
    private final FigureTables tables;
    private final CurrentReader reader;

    FigureSheets(LibraryFigures figures, NeglectedDocuments neglected, FigureTables tables, CurrentReader reader) {
        this.figures = figures;
        this.neglected = neglected;
        this.tables = tables;
        this.reader = reader;
    }

    Collection<Component> all(MonthSpan span) {
        return List.of(
                documents(span),
                agencies(span),
                downloads(span),
                inVain(span),
                neglected(
                        "Review overdue",
                        "No document is past its review date.",
                        neglected.stale(reader.get()),
                        line -> line.reviewOn() == null ? "" : Dates.brief(line.reviewOn()),
                        "Review was due",
                        FileLink.csv("review-overdue.csv", out -> tables.stale(out, reader.get()))),
                neglected(
                        "Not downloaded for a year",
                        "Every document that is older than a year was downloaded in the last one.",
                        neglected.unread(reader.get()),
                        line -> Dates.brief(line.published()),
                        "Published",
                        FileLink.csv("not-downloaded.csv", out -> tables.unread(out, reader.get()))));
    }

    private Component documents(MonthSpan span) {
        List<LibraryFigures.OfDocument> lines = figures.documents(span, reader.get());
        Sheet sheet = sheet("Most read", "Who opened or downloaded a document, each person once. " + since(span));
        if (lines.isEmpty()) {
            return empty(sheet, "Nobody has opened or downloaded a document in these months.");
        }
        int most = lines.stream()
                .mapToInt(LibraryFigures.OfDocument::downloads)
                .max()
                .orElse(0);
        FigureTable table = new FigureTable("Most read", true, "Document", "People", "Downloads");
        lines.forEach(line -> table.linked(
                line.title(),
                DocumentAddress.page(line.id()),
                line.downloads(),
                most,
                line.people().isEmpty()
                        ? "under " + ReaderCounts.FEWEST
                        : number(line.people().getAsInt()),
                number(line.downloads())));
        return drawn(sheet, table, FileLink.csv("most-read.csv", out -> tables.documents(span, out, reader.get())));
    }

    private Component agencies(MonthSpan span) {
        Map<String, Integer> lines = tables.named(figures.agencies(span, reader.get()));
        Sheet sheet = sheet("Readers by agency", RULE.formatted(ReaderCounts.FEWEST));
        if (lines.isEmpty()) {
            return empty(sheet, "No agency has had %d readers in these months.".formatted(ReaderCounts.FEWEST));
        }
        int most = lines.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        FigureTable table = new FigureTable("Readers by agency", true, "Agency", "People");
        lines.forEach((agency, people) -> table.line(agency, people, most, number(people)));
        return drawn(sheet, table, FileLink.csv("readers.csv", out -> tables.agencies(span, out, reader.get())));
    }

    private Component downloads(MonthSpan span) {
        Map<YearMonth, Integer> lines = figures.downloads(span, reader.get());
        int most = lines.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        FigureTable table = new FigureTable("Downloads by month", true, "Month", "Downloads");
        lines.forEach((month, count) -> table.line(MONTH.format(month), count, most, number(count)));
        return drawn(
                sheet("Downloads by month", since(span)),
                table,
                FileLink.csv("downloads.csv", out -> tables.downloads(span, out, reader.get())));
    }

    private Component inVain(MonthSpan span) {
        List<LibraryFigures.InVain> lines = figures.searchesInVain(span, reader.get());
        Sheet sheet = sheet(
                "Searched for and not found",
                "Words for which somebody found nothing that they may see. Who it was is not kept; email addresses and long"
                        + " numbers are left out.");
        if (lines.isEmpty()) {
            return empty(sheet, "Every search in these months has found something.");
        }
        int most = lines.getFirst().times();
        FigureTable table = new FigureTable("Searched for and not found", true, "Words", "Times");
        lines.forEach(line -> table.linked(
                line.words(),
                "library?q=" + java.net.URLEncoder.encode(line.words(), java.nio.charset.StandardCharsets.UTF_8),
                line.times(),
                most,
                number(line.times())));
        return drawn(sheet, table, FileLink.csv("searches.csv", out -> tables.searchesInVain(span, out, reader.get())));
    }

    private static Component neglected(
            String heading,
            String none,
            List<NeglectedDocuments.Line> lines,
            Function<NeglectedDocuments.Line, String> when,
            String head,
            Component file) {
        Sheet sheet = sheet(heading, "");
        if (lines.isEmpty()) {
            return empty(sheet, none);
        }
        FigureTable table = new FigureTable(heading, false, "Document", head);
        lines.stream()
                .limit(MOST_NEGLECTED)
                .forEach(line -> table.linked(line.title(), DocumentAddress.page(line.id()), 0, 0, when.apply(line)));
        if (lines.size() > MOST_NEGLECTED) {
            sheet.add(new Paragraph("%,d documents; here are the first %d, all are in the table to download."
                    .formatted(lines.size(), MOST_NEGLECTED)));
        }
        return drawn(sheet, table, file);
    }

    private String since(MonthSpan span) {
        var counted = figures.since();
        return counted.isAfter(span.from().atDay(1)) ? "Counted since %s.".formatted(Dates.brief(counted)) : "";
    }

    private static Sheet sheet(String heading, String note) {
        Sheet sheet = new Sheet(new H2(heading));
        sheet.addClassName("sc-figures");
        if (!note.isBlank()) {
            Paragraph words = new Paragraph(note.strip());
            words.addClassName("sc-note");
            sheet.add(words);
        }
        return sheet;
    }

    private static Component empty(Sheet sheet, String words) {
        sheet.add(new Paragraph(words));
        return sheet;
    }

    private static Component drawn(Sheet sheet, FigureTable table, Component file) {
        sheet.add(table, new Buttons(file));
        return sheet;
    }

    private static String number(int count) {
        return "%,d".formatted(count);
    }
}
