package org.safercommunities.portal.library.ui;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.safercommunities.portal.library.use.LibraryFigures;
import org.safercommunities.portal.library.use.NeglectedDocuments;
import org.safercommunities.portal.library.use.ReadingWeeks;
import org.safercommunities.portal.shared.ui.BarChart;
import org.safercommunities.portal.shared.ui.ColumnChart;

/** The figures of the library as pictures. */
final class FigureCharts {

    private static final int MOST_BARS = 10;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private FigureCharts() {}

    static ColumnChart weeks(String title, List<ReadingWeeks.Week> weeks) {
        boolean oneMonth = weeks.isEmpty()
                || YearMonth.from(weeks.getFirst().from())
                        .equals(YearMonth.from(weeks.getLast().from()));
        List<ColumnChart.Column> columns = new ArrayList<>();
        for (int at = 0; at < weeks.size(); at++) {
            ReadingWeeks.Week week = weeks.get(at);
            boolean newMonth = at == 0
                    || week.from().getMonth() != weeks.get(at - 1).from().getMonth();
            String tick = oneMonth
                    ? newMonth
                            ? DAY.format(week.from())
                            : String.valueOf(week.from().getDayOfMonth())
                    : newMonth ? MONTH.format(week.from()) : "";
            columns.add(new ColumnChart.Column(inWords(week), tick, week.reads(), !week.over()));
        }
        return new ColumnChart(title, summary(weeks), columns);
    }

    /** What the picture shows at a glance. */
    static String summary(List<ReadingWeeks.Week> weeks) {
        int all = weeks.stream().mapToInt(ReadingWeeks.Week::reads).sum();
        ReadingWeeks.Week most = weeks.stream()
                .max(Comparator.comparingInt(ReadingWeeks.Week::reads))
                .orElseThrow();
        String rest = all == most.reads() ? "" : "; most from %s: %s".formatted(inWords(most), times(most.reads()));
        return "Read %s in these %d weeks%s.".formatted(times(all), weeks.size(), rest);
    }

    private static String times(int count) {
        return count == 1 ? "once" : "%,d times".formatted(count);
    }

    /** “2 to 8 November”. */
    static String inWords(ReadingWeeks.Week week) {
        DateTimeFormatter full = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
        boolean sameMonth = week.from().getMonth() == week.to().getMonth();
        String from = sameMonth ? String.valueOf(week.from().getDayOfMonth()) : full.format(week.from());
        String whole = week.from().equals(week.to()) ? full.format(week.to()) : from + " to " + full.format(week.to());
        return week.over() ? whole : whole + ", so far";
    }

    static BarChart agencies(String title, Map<String, Integer> people) {
        return new BarChart(
                title,
                people.entrySet().stream()
                        .map(line -> new BarChart.Bar(
                                line.getKey(), line.getValue(), "%,d people".formatted(line.getValue())))
                        .toList());
    }

    static BarChart documents(String title, List<LibraryFigures.OfDocument> lines) {
        return most(
                title,
                lines,
                LibraryFigures.OfDocument::title,
                LibraryFigures.OfDocument::downloads,
                count -> count == 1 ? "1 download" : "%,d downloads".formatted(count));
    }

    static BarChart searches(String title, List<LibraryFigures.InVain> lines) {
        return most(
                title,
                lines,
                line -> "“%s”".formatted(line.words()),
                LibraryFigures.InVain::times,
                FigureCharts::times);
    }

    /** By how long ago something was: within three months, a year, two years, or longer. */
    static BarChart ages(
            String title,
            List<NeglectedDocuments.Line> lines,
            Function<NeglectedDocuments.Line, LocalDate> since,
            LocalDate today) {
        int[] counts = new int[4];
        for (NeglectedDocuments.Line line : lines) {
            LocalDate day = since.apply(line);
            counts[
                    day.isAfter(today.minusMonths(3))
                            ? 0
                            : day.isAfter(today.minusYears(1)) ? 1 : day.isAfter(today.minusYears(2)) ? 2 : 3]++;
        }
        String[] names = {"Up to 3 months ago", "3 months to a year ago", "1 to 2 years ago", "More than 2 years ago"};
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int at = 0; at < names.length; at++) {
            if (counts[at] > 0) {
                bars.add(new BarChart.Bar(names[at], counts[at], BulkOutcome.documents(counts[at])));
            }
        }
        return new BarChart(title, bars);
    }

    private static <T> BarChart most(
            String title,
            List<T> lines,
            Function<T, String> name,
            ToIntFunction<T> value,
            Function<Integer, String> number) {
        return new BarChart(
                title,
                lines.stream()
                        .filter(line -> value.applyAsInt(line) > 0)
                        .sorted(Comparator.comparingInt(value).reversed())
                        .limit(MOST_BARS)
                        .map(line -> new BarChart.Bar(
                                name.apply(line), value.applyAsInt(line), number.apply(value.applyAsInt(line))))
                        .toList());
    }
}
