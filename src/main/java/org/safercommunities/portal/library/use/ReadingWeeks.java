package org.safercommunities.portal.library.use;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much is read from week to week, of the documents that the editor who asks may see; all agencies and documents together. */
@Service
public class ReadingWeeks {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingWeeks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A week, from Monday to Sunday; shorter where the span begins or ends within it.
     *
     * @param reads how often a document was opened or downloaded, each person and document once a day
     * @param over false when more is to come
     */
    public record Week(LocalDate from, LocalDate to, int reads, int downloads, boolean over) {}

    private record Day(int reads, int downloads) {}

    /** Each week of the span up to now, none left out. One statement. */
    @Transactional(readOnly = true)
    public List<Week> of(MonthSpan span, Reader by) {
        LibraryFigures.unlessEditor(by);
        TreeMap<LocalDate, Day> days = new TreeMap<>();
        jdbc.sql("SELECT r.day, COUNT(*) AS reads_of_day, SUM(r.downloads) AS downloads" + LibraryFigures.READ
                        + " GROUP BY r.day")
                .params(by.parameters())
                .param("first", span.first())
                .param("last", span.last())
                .query(row -> {
                    days.put(
                            row.getObject("day", LocalDate.class),
                            new Day(row.getInt("reads_of_day"), row.getInt("downloads")));
                });
        LocalDate today = Dates.today(clock);
        LocalDate last = span.last().isBefore(today) ? span.last() : today;
        List<Week> weeks = new ArrayList<>();
        for (LocalDate from = span.first(); !from.isAfter(last); ) {
            LocalDate sunday = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            LocalDate end = sunday.isBefore(span.last()) ? sunday : span.last();
            var within = days.subMap(from, true, end, true).values();
            weeks.add(new Week(
                    from,
                    end,
                    within.stream().mapToInt(Day::reads).sum(),
                    within.stream().mapToInt(Day::downloads).sum(),
                    end.isBefore(today)));
            from = end.plusDays(1);
        }
        return weeks;
    }
}
