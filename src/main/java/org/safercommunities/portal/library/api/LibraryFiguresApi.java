package org.safercommunities.portal.library.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.use.LibraryFigures;
import org.safercommunities.portal.library.use.MonthSpan;
import org.safercommunities.portal.library.use.NeglectedDocuments;
import org.safercommunities.portal.library.use.ReadingWeeks;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ReaderCounts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is read, for editors. */
@RestController
@Tag(name = "Documents")
class LibraryFiguresApi {

    private static final int USUAL_MONTHS = 3;

    private final LibraryFigures figures;
    private final ReadingWeeks weeks;
    private final NeglectedDocuments neglected;
    private final CurrentReader currentReader;

    LibraryFiguresApi(
            LibraryFigures figures, ReadingWeeks weeks, NeglectedDocuments neglected, CurrentReader currentReader) {
        this.figures = figures;
        this.weeks = weeks;
        this.neglected = neglected;
        this.currentReader = currentReader;
    }

    @Operation(
            summary =
                    "What is read, by which agencies, and what was looked for in vain (editors), of the documents you may see."
                            + " from, to: months such as 2026-09, at most twelve; left out: the last three. Fewer than ten people are"
                            + " left out, more are rounded down to a multiple of five.")
    @GetMapping("/api/v1/library/figures")
    Shown figures(@RequestParam @Nullable YearMonth from, @RequestParam @Nullable YearMonth to) {
        Reader reader = currentReader.get();
        MonthSpan usual = MonthSpan.last(USUAL_MONTHS, Dates.today());
        YearMonth last = to == null ? (from == null || !from.isAfter(usual.to()) ? usual.to() : from) : to;
        MonthSpan span = new MonthSpan(from == null ? last.minusMonths(USUAL_MONTHS - 1L) : from, last);
        ReaderCounts agencies = figures.agencies(span, reader);
        Map<String, Integer> months = new LinkedHashMap<>();
        figures.downloads(span, reader).forEach((month, count) -> months.put(month.toString(), count));
        return new Shown(
                span.from().toString(),
                span.to().toString(),
                figures.since(),
                figures.documents(span, reader).stream()
                        .map(line -> new OfDocument(
                                line.id(), line.title(), line.marking(), orNull(line.people()), line.downloads()))
                        .toList(),
                agencies.byAgency().entrySet().stream()
                        .map(line -> new OfAgency(line.getKey(), line.getValue()))
                        .toList(),
                orNull(agencies.others()),
                months,
                weeks.of(span, reader).stream()
                        .map(week -> new OfWeek(week.from(), week.to(), week.reads(), week.downloads()))
                        .toList(),
                figures.searchesInVain(span, reader),
                neglected.stale(reader).stream().map(LibraryFiguresApi::line).toList(),
                neglected.unread(reader).stream().map(LibraryFiguresApi::line).toList());
    }

    private static Neglected line(NeglectedDocuments.Line line) {
        return new Neglected(
                line.id(),
                line.title(),
                line.marking(),
                line.reviewOn(),
                line.published().atZone(Dates.KENT).toLocalDate());
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    /**
     * @param countedSince reading before that day is in none of the figures
     * @param otherAgencies all agencies that are not shown, together; left out where it would give one of them away
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shown(
            String from,
            String to,
            LocalDate countedSince,
            List<OfDocument> documents,
            List<OfAgency> agencies,
            @Nullable Integer otherAgencies,
            Map<String, Integer> downloads,
            List<OfWeek> weeks,
            List<LibraryFigures.InVain> searchesWithoutResult,
            List<Neglected> reviewOverdue,
            List<Neglected> notDownloadedForAYear) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfDocument(
            UUID id, String title, String marking, @Nullable Integer people, int downloads) {}

    record OfAgency(String agency, int people) {}

    record OfWeek(LocalDate from, LocalDate to, int reads, int downloads) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Neglected(
            UUID id, String title, String marking, @Nullable LocalDate reviewOn, LocalDate published) {}
}
