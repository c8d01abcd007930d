package org.safercommunities.portal.shared.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A column for each stretch of time, the earliest first, over a scale of round numbers. */
public class ColumnChart extends Chart {

    private static final int TOP = 26;
    private static final int FLOOR = 196;
    private static final int HEIGHT = 226;
    private static final int MOST_LINES = 4;
    /** So few that each can bear its number. */
    private static final int FEW = 6;
    /** More names of this than a phone has room for: there every third is shown. */
    private static final int MOST_TICKS = 7;

    /**
     * One stretch.
     *
     * @param name in full, for example “2 to 8 November”
     * @param tick what stands below it, for example “Nov”; empty when nothing does
     * @param open whether it is not over yet; drawn as an outline
     */
    public record Column(String name, String tick, int value, boolean open) {}

    public ColumnChart(String title, String description, List<Column> columns) {
        super("sc-column-chart", title, description, HEIGHT, drawing(columns));
    }

    private static String drawing(List<Column> columns) {
        int most = columns.stream().mapToInt(Column::value).max().orElse(0);
        int step = step(most);
        int top = Math.max(step, (most + step - 1) / step * step);
        StringBuilder drawing = new StringBuilder();
        for (int value = 0; value <= top; value += step) {
            double y = height(value, top);
            drawing.append(String.format(
                    Locale.ROOT,
                    "<line class=\"%s\" x1=\"0\" x2=\"100%%\" y1=\"%.1f\" y2=\"%.1f\"/><text class=\"sc-chart-scale\" x=\"-8\" y=\"%.1f\" text-anchor=\"end\">%,d</text>",
                    value == 0 ? "sc-chart-floor" : "sc-chart-line",
                    y,
                    y,
                    y + 5,
                    value));
        }
        double wide = 1.0 / Math.max(1, columns.size());
        int highest = IntStream.range(0, columns.size())
                .boxed()
                .max(Comparator.comparing(at -> columns.get(at).value()))
                .orElse(0);
        long ticks = columns.stream().filter(column -> !column.tick().isEmpty()).count();
        int tick = 0;
        for (int at = 0; at < columns.size(); at++) {
            Column column = columns.get(at);
            boolean bearsNumber = column.value() > 0 && (columns.size() <= FEW || at == highest);
            drawing.append(column(column, at * wide, wide, top, bearsNumber));
            if (!column.tick().isEmpty()) {
                drawing.append(tick(column.tick(), at * wide, ticks > MOST_TICKS && tick % 3 != 0));
                tick++;
            }
        }
        return drawing.toString();
    }

    private static String column(Column column, double left, double wide, int top, boolean bearsNumber) {
        double y = height(column.value(), top);
        String words = column.value() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%s\" y=\"%.1f\" width=\"%s\" height=\"%.1f\" rx=\"2\"/>",
                        column.open() ? "sc-chart-open" : "sc-chart-bar",
                        percent(left + 0.12 * wide),
                        y,
                        percent(0.76 * wide),
                        FLOOR - y);
        String number = bearsNumber
                ? String.format(
                        Locale.ROOT,
                        "<text class=\"sc-chart-number\" x=\"%s\" y=\"%.1f\" text-anchor=\"middle\">%,d</text>",
                        percent(left + wide / 2),
                        y - 7,
                        column.value())
                : "";
        // Seen by whoever points at it, wherever above the line of time that is
        String whole = "<rect class=\"sc-chart-reach\" x=\"%s\" y=\"0\" width=\"%s\" height=\"%d\"/>"
                .formatted(percent(left), percent(wide), FLOOR);
        return "<g><title>%s: %,d</title>%s%s%s</g>"
                .formatted(escaped(column.name()), column.value(), whole, words, number);
    }

    private static String tick(String words, double left, boolean onlyWhereThereIsRoom) {
        return "<text class=\"sc-chart-tick%s\" x=\"%s\" y=\"%d\">%s</text>"
                .formatted(onlyWhereThereIsRoom ? " sc-wide" : "", percent(left), FLOOR + 22, escaped(words));
    }

    private static double height(int value, int top) {
        return FLOOR - (double) (FLOOR - TOP) * value / top;
    }

    /** Between two lines of the scale: 1, 2 or 5, or ten, a hundred or more times that. */
    static int step(int most) {
        for (int power = 1; ; power *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if (digit * power * MOST_LINES >= most) {
                    return digit * power;
                }
            }
        }
    }
}
