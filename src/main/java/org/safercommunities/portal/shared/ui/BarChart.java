package org.safercommunities.portal.shared.ui;

import java.util.List;
import java.util.stream.Collectors;

/** A bar for each thing, one below the other, with its name and number above it; the longest as wide as the chart. */
public class BarChart extends Chart {

    private static final int ROW = 46;
    private static final int WORDS = 26;
    private static final int BAR = 12;

    /**
     * One thing.
     *
     * @param words its value in words, for those who do not see the picture, for example “25 people”
     */
    public record Bar(String name, int value, String words) {}

    public BarChart(String title, List<Bar> bars) {
        super("sc-bar-chart", title, description(bars), bars.size() * ROW, drawing(bars));
    }

    private static String description(List<Bar> bars) {
        return bars.stream()
                .map(bar -> "%s: %s".formatted(bar.name(), bar.words()))
                .collect(Collectors.joining("; ", "", "."));
    }

    private static String drawing(List<Bar> bars) {
        int most = bars.stream().mapToInt(Bar::value).max().orElse(0);
        StringBuilder drawing = new StringBuilder();
        for (int at = 0; at < bars.size(); at++) {
            Bar bar = bars.get(at);
            int top = at * ROW;
            // A name may be longer than the line: only words of the page know how to end in dots
            drawing.append(
                    "<foreignObject x=\"0\" y=\"%d\" width=\"100%%\" height=\"%d\"><div class=\"sc-chart-words\"><span>%s</span><b>%s</b></div></foreignObject>"
                            .formatted(top, WORDS, escaped(bar.name()), number(bar.value())));
            drawing.append(rect("sc-chart-track", top + WORDS, "100%"));
            if (bar.value() > 0) {
                drawing.append(rect("sc-chart-bar", top + WORDS, percent(Math.max(0.01, (double) bar.value() / most))));
            }
        }
        return drawing.toString();
    }

    private static String rect(String className, int top, String width) {
        return "<rect class=\"%s\" x=\"0\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"3\"/>"
                .formatted(className, top, width, BAR);
    }
}
