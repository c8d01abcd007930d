package org.safercommunities.portal.bulletins.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedTextTest {

    private static final String FROM_WORD = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {mso-style-name:Normal} --></style>
            <!--[if gte mso 9]><xml><o:Pixels>96</o:Pixels></xml><![endif]--></head><body lang=EN-GB>
            <!--StartFragment-->
            <h2 style='mso-margin-top-alt:auto'>Safer<span style='mso-spacerun:yes'>  </span>streets<o:p></o:p></h2>
            <p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Forty </b><b>lamps</b> were mended in <i>three weeks</i>;
            see <a href="https://example.org/lamps_(all)">the whole list</a>.<o:p></o:p></p>
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
            style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Dover<o:p></o:p></p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>Seafront</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Report</p>
            <table class=MsoTableGrid><tr><th>Place</th><th>Day</th></tr><tr><td><p class=MsoNormal>Deal</p></td><td>Monday</td></tr></table>
            <p class=MsoNormal style='display:none;mso-hide:all'>hidden</p>
            <!--EndFragment--></body></html>
            """;

    @Test
    void whatComesFromWordIsClean() {
        assertThat(PastedText.asMarkdown(FROM_WORD)).isEqualTo("""
                ## Safer streets

                **Forty lamps** were mended in *three weeks*; see [the whole list](https://example.org/lamps_%28all%29).

                -   Dover
                    -   Seafront
                1.  Report
                -   Place: Deal; Day: Monday""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>1. not a list</p> | 1\\. not a list",
                "<p># no heading</p> | \\# no heading",
                "<p>2 * 3 * 4 and a_b_c</p> | 2 \\* 3 \\* 4 and a_b_c",
                "<p>[draft] and [a](b)</p> | [draft] and \\[a\\](b)",
                "<p>&lt;b&gt; &amp; 1 &lt; 2</p> | \\<b> & 1 < 2",
                "<b style='font-weight:normal'><p>plain</p></b> | plain",
                "<p><span style='font-weight: 700'>strong</span></p> | **strong**",
                "<p>mid<b>dle</b></p> | mid**dle**",
                "<p><a href='javascript:alert(1)'>words</a></p> | words",
                "<p><a href='https://example.org/'>https://example.org/</a></p> | <https://example.org/>",
                "<p>one<br>two</p> | `one  \ntwo`",
                "<ul><li><p>a</p></li><li>b<ol><li>c</li></ol></li></ul> | `-   a\n-   b\n    1.  c`",
                "<table><tr><td>only</td></tr></table> | only",
                "<div>one<div>two</div>three</div> | `one\n\ntwo\n\nthree`",
                "<script>alert(1)</script><p onclick='x()'>words</p> | words",
                "`` | ``"
            })
    void formIsKeptWhereItMeansSomething(String html, String markdown) {
        assertThat(PastedText.asMarkdown(html)).isEqualTo(markdown);
    }

    @Test
    void whateverIsPastedItsWordsStayInOrderAndNothingActs() {
        for (long seed = 0; seed < 2_000; seed++) {
            Soup soup = new Soup(seed);
            String html = soup.cook();
            String markdown = PastedText.asMarkdown(html);
            Document read = Jsoup.parse(
                    MarkdownHtml.OF_PAGE.draw(Markdown.read(markdown, 1, new Addresses(SampleIssues.PORTAL))));
            assertThat(read.select("script, style, iframe, [onclick], [href^=javascript], code"))
                    .as("seed %d: %s%n%s", seed, html, markdown)
                    .isEmpty();
            assertThat(words(read.text()))
                    .as("seed %d: %s%n%s", seed, html, markdown)
                    .isEqualTo(soup.words);
            assertThat(markdown).doesNotContain("mso", "style", "class=");
        }
    }

    @Test
    void deepAndLargeThingsAreTakenToo() {
        assertThat(PastedText.asMarkdown("<div><ul><li>".repeat(20_000) + "deep"))
                .contains("deep");
        assertThat(PastedText.asMarkdown("<p>word</p>".repeat(300_000))).startsWith("word\n\nword");
    }

    private static List<String> words(String text) {
        return List.of(text.split("[^\\p{Alnum}]+")).stream()
                .filter(word -> word.startsWith("w"))
                .collect(Collectors.toList());
    }

    /** HTML as it might be on a clipboard, wrongly nested and never closed in places. */
    private static final class Soup {

        private static final List<String> OPEN = List.of(
                "<p class=MsoNormal>",
                "<div>",
                "<b>",
                "<i>",
                "<span style='font-weight:bold'>",
                "<ul><li>",
                "<ol><li>",
                "<li>",
                "<h1>",
                "<h3>",
                "<blockquote>",
                "<p style='mso-list:l0 level2 lfo1'>",
                "<a href='https://example.org/x'>",
                "<a href='javascript:alert(1)' onclick='x()'>",
                "<u>",
                "<o:p>",
                "<em>");
        private static final List<String> CLOSE = List.of(
                "</p>",
                "</div>",
                "</b>",
                "</i>",
                "</span>",
                "</li></ul>",
                "</li></ol>",
                "</li>",
                "</h1>",
                "</h3>",
                "</blockquote>",
                "</a>",
                "</u>",
                "</o:p>",
                "</em>",
                "<br>",
                "<hr>",
                "<script>wrong()</script>",
                "<style>p{mso-x:y}</style>",
                "<!-- wrong -->");
        private static final List<String> MARKS = List.of(
                "*",
                "_",
                "# ",
                "- ",
                "1. ",
                "[",
                "](https://x.example)",
                "`",
                "&lt;",
                "&amp;",
                "\\",
                "> ",
                "~~~",
                "!",
                ")",
                "&nbsp;");

        private final Random random;
        private final List<String> words = new ArrayList<>();

        Soup(long seed) {
            random = new Random(seed);
        }

        String cook() {
            StringBuilder html = new StringBuilder();
            int size = 1 + random.nextInt(40);
            for (int each = 0; each < size; each++) {
                html.append(
                        switch (random.nextInt(5)) {
                            case 0 -> one(OPEN);
                            case 1 -> one(CLOSE);
                            case 2 -> one(MARKS);
                            case 3 -> " ";
                            default -> word();
                        });
            }
            return html.toString();
        }

        private String word() {
            String word = "w" + (100 + words.size()) + "x";
            words.add(word);
            return word + " ";
        }

        private String one(List<String> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
