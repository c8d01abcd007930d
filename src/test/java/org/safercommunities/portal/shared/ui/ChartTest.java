package org.safercommunities.portal.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Pictures of numbers: what is drawn is what was counted, and words of people stay words. */
class ChartTest {

    private static Element drawn(Chart chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.getElement().getProperty("innerHTML"))))
                .getDocumentElement();
    }

    private static List<String> of(Element svg, String tag, String className, String attribute) {
        var found = svg.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .filter(each -> each.getAttribute("class").startsWith(className))
                .map(each -> attribute.isEmpty() ? each.getTextContent() : each.getAttribute(attribute))
                .toList();
    }

    @Test
    void barsAreSharesOfTheLongest() throws Exception {
        Element svg = drawn(new BarChart(
                "Readers of each agency",
                List.of(
                        new BarChart.Bar("Kent Police", 40, "40 people"),
                        new BarChart.Bar("Dover", 10, "10 people"),
                        new BarChart.Bar("Nobody", 0, "0 people"))));
        assertThat(of(svg, "rect", "sc-chart-bar", "width")).containsExactly("100.00%", "25.00%");
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(of(svg, "title", "", "")).containsExactly("Readers of each agency");
        assertThat(of(svg, "desc", "", ""))
                .containsExactly("Kent Police: 40 people; Dover: 10 people; Nobody: 0 people.");
    }

    @Test
    void wordsOfPeopleAreNoMarkup() throws Exception {
        String typed = "</title><img src=x onerror=alert(1)> & \"quoted\" 'too'";
        Element svg = drawn(new BarChart(typed, List.of(new BarChart.Bar(typed, 1_000, typed))));
        assertThat(of(svg, "span", "", "")).containsExactly(typed);
        assertThat(of(svg, "b", "", "")).containsExactly("1,000");
        assertThat(svg.getElementsByTagName("img").getLength()).isZero();
        Element columns = drawn(new ColumnChart(typed, typed, List.of(new ColumnChart.Column(typed, typed, 1, true))));
        assertThat(columns.getElementsByTagName("img").getLength()).isZero();
        assertThat(of(columns, "text", "sc-chart-tick", "")).containsExactly(typed);
    }

    @Test
    void columnsStandOnAScaleOfRoundNumbers() throws Exception {
        Element svg = drawn(new ColumnChart(
                "Reads in each week",
                "Summary",
                List.of(
                        new ColumnChart.Column("2 to 8 November", "Nov", 130, false),
                        new ColumnChart.Column("9 to 15 November", "", 0, false),
                        new ColumnChart.Column("16 to 22 November, so far", "", 65, true))));
        assertThat(of(svg, "text", "sc-chart-scale", "")).containsExactly("0", "50", "100", "150");
        assertThat(of(svg, "rect", "sc-chart-bar", "height")).containsExactly("147.3");
        assertThat(of(svg, "rect", "sc-chart-open", "height")).containsExactly("73.7");
        assertThat(of(svg, "text", "sc-chart-number", "")).containsExactly("130", "65");
        assertThat(ColumnChart.step(0)).isEqualTo(1);
        assertThat(ColumnChart.step(4)).isEqualTo(1);
        assertThat(ColumnChart.step(5)).isEqualTo(2);
        assertThat(ColumnChart.step(81)).isEqualTo(50);
        assertThat(ColumnChart.step(4_000_001)).isEqualTo(2_000_000);
    }
}
