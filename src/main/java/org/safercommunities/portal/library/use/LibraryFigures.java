package org.safercommunities.portal.library.use;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.WhoMaySeeDocument;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.ReaderCounts;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is read, by which agencies, and what was looked for in vain; for editors. Each figure is of documents that the editor who asks
 * may see. People are counted and never named: fewer than {@link ReaderCounts#FEWEST} are not shown, and more are rounded down to
 * a multiple of five, so that one person more or less does not show.
 */
@Service
public class LibraryFigures {

    static final int ROUNDED_TO = 5;
    private static final int MOST_LINES = 20;

    /** Up to the grouping. */
    static final String READ = " FROM library_read r JOIN document d ON d.id = r.document_id"
            + " WHERE r.day BETWEEN :first AND :last AND d.state = 'PUBLISHED' AND " + WhoMaySeeDocument.CONDITION;

    private final JdbcClient jdbc;
    private final Clock clock;

    LibraryFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param people who opened or downloaded it; empty when they are too few to be shown */
    public record OfDocument(UUID id, String title, String marking, OptionalInt people, int downloads) {}

    public record InVain(String words, int times) {}

    /** The most read, by how many people, then by downloads. */
    @Transactional(readOnly = true)
    public List<OfDocument> documents(MonthSpan span, Reader by) {
        unlessEditor(by);
        return jdbc
                .sql(
                        "SELECT d.id, d.title, d.marking, COUNT(DISTINCT r.reader) AS people, SUM(r.downloads) AS downloads"
                                + READ + " GROUP BY d.id, d.title, d.marking")
                .params(by.parameters())
                .param("first", span.first())
                .param("last", span.last())
                .query((row, number) -> new OfDocument(
                        Sql.id(row, "id"),
                        row.getString("title"),
                        row.getString("marking").replace('_', '-'),
                        shown(row.getInt("people")),
                        row.getInt("downloads")))
                .list()
                .stream()
                // By what is shown: the order of what is not must not tell
                .sorted(Comparator.<OfDocument>comparingInt(
                                line -> line.people().orElse(0))
                        .thenComparingInt(OfDocument::downloads)
                        .reversed()
                        .thenComparing(OfDocument::title))
                .limit(MOST_LINES)
                .toList();
    }

    /** People of each agency who read anything. */
    @Transactional(readOnly = true)
    public ReaderCounts agencies(MonthSpan span, Reader by) {
        unlessEditor(by);
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("SELECT r.agency, COUNT(DISTINCT r.reader) AS people" + READ + " GROUP BY r.agency")
                .params(by.parameters())
                .param("first", span.first())
                .param("last", span.last())
                .query(row -> {
                    counts.put(row.getString("agency"), row.getInt("people"));
                });
        ReaderCounts figures = ReaderCounts.of(counts);
        Map<String, Integer> rounded = new LinkedHashMap<>();
        figures.byAgency().forEach((agency, people) -> rounded.put(agency, rounded(people)));
        OptionalInt others = figures.others();
        return new ReaderCounts(rounded, others.isEmpty() ? others : OptionalInt.of(rounded(others.getAsInt())));
    }

    /** Downloads in each month of the span, none left out. */
    @Transactional(readOnly = true)
    public Map<YearMonth, Integer> downloads(MonthSpan span, Reader by) {
        unlessEditor(by);
        Map<YearMonth, Integer> months = new LinkedHashMap<>();
        for (YearMonth month = span.from(); !month.isAfter(span.to()); month = month.plusMonths(1)) {
            months.put(month, 0);
        }
        jdbc.sql("SELECT YEAR(r.day) AS y, MONTH(r.day) AS m, SUM(r.downloads) AS downloads" + READ
                        + " GROUP BY YEAR(r.day), MONTH(r.day)")
                .params(by.parameters())
                .param("first", span.first())
                .param("last", span.last())
                .query(row -> {
                    months.put(YearMonth.of(row.getInt("y"), row.getInt("m")), row.getInt("downloads"));
                });
        return months;
    }

    /** What most was looked for in vain; nobody knows by whom. */
    @Transactional(readOnly = true)
    public List<InVain> searchesInVain(MonthSpan span, Reader by) {
        unlessEditor(by);
        return jdbc.sql("""
                SELECT words, SUM(times) AS times FROM search_without_result WHERE day BETWEEN ? AND ?
                 GROUP BY words ORDER BY times DESC, words LIMIT 50
                """)
                .params(span.first(), span.last())
                .query((row, number) -> new InVain(row.getString("words"), row.getInt("times")))
                .list();
    }

    /** Since when reading is counted; today while nothing was. */
    @Transactional(readOnly = true)
    public LocalDate since() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.KENT);
        return jdbc.sql("SELECT COALESCE(MIN(day), :today) AS since FROM library_read")
                .param("today", today)
                .query((row, number) -> row.getObject("since", LocalDate.class))
                .single();
    }

    static void unlessEditor(Reader by) {
        if (!by.is(Role.EDITOR)) {
            throw new AccessDeniedException("Only editors see the figures of the library");
        }
    }

    private static OptionalInt shown(int people) {
        return people < ReaderCounts.FEWEST ? OptionalInt.empty() : OptionalInt.of(rounded(people));
    }

    private static int rounded(int people) {
        return people - people % ROUNDED_TO;
    }
}
