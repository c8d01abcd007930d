package org.safercommunities.portal.bulletins.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.bulletins.Blocks;

/** What holds for every bulletin, whatever is typed: nothing is lost, and nothing acts. */
class RandomBulletinsTest {

    private static final int CASES = 150;
    private static final BulletinDrawing DRAWING = new BulletinDrawing(SampleIssues.PORTAL);
    private static final Set<String> MARKS =
            Set.of("{{name}}", "{{reason}}", "{{read}}", "{{preferences}}", "{{unsubscribe}}");
    private static final Pattern LEADS = Pattern.compile("(https?://|mailto:|/(?!/)|#|\\{\\{\\w+}}).*");

    @Test
    void everyWordTypedIsReadInEveryDrawing() {
        for (long seed = 0; seed < CASES; seed++) {
            RandomBulletins.Sample sample = RandomBulletins.of(seed);
            String html = read(DRAWING.html(sample.issue(), SampleIssues.FACTS));
            String text = DRAWING.text(sample.issue(), SampleIssues.FACTS);
            String page = sample.issue().title()
                    + sample.issue().line()
                    + read(DRAWING.page(sample.issue(), SampleIssues.FACTS));
            assertThat(sample.words()).as("seed %d", seed).allSatisfy(word -> {
                assertThat(html).contains(word);
                assertThat(text).contains(word);
                assertThat(page).contains(word);
            });
        }
    }

    @Test
    void nothingInItActsOrLeadsToWhereNoLinkMay() {
        for (long seed = 0; seed < CASES; seed++) {
            Issue issue = RandomBulletins.of(seed).issue();
            harmless(Jsoup.parse(DRAWING.html(issue, SampleIssues.FACTS)), seed);
            harmless(Jsoup.parse(DRAWING.page(issue, SampleIssues.FACTS)), seed);
        }
    }

    @Test
    void theMarksThatAreFilledAreThoseOfTheTemplate() {
        for (long seed = 0; seed < CASES; seed++) {
            Issue issue = RandomBulletins.of(seed).issue();
            for (String drawn :
                    List.of(DRAWING.html(issue, SampleIssues.FACTS), DRAWING.text(issue, SampleIssues.FACTS))) {
                List<String> found = Pattern.compile("\\{\\{.*?}}")
                        .matcher(drawn)
                        .results()
                        .map(MatchResult::group)
                        .toList();
                assertThat(found).as("seed %d", seed).hasSize(MARKS.size()).containsAll(MARKS);
            }
        }
    }

    @Test
    void headingsLeaveNoLevelOut() {
        for (long seed = 0; seed < CASES; seed++) {
            Document mail = Jsoup.parse(DRAWING.html(RandomBulletins.of(seed).issue(), SampleIssues.FACTS));
            int last = 0;
            for (Element heading : mail.select("h1, h2, h3, h4, h5, h6")) {
                int level = heading.normalName().charAt(1) - '0';
                assertThat(level).as("seed %d: %s", seed, heading).isLessThanOrEqualTo(last + 1);
                assertThat(heading.text()).isNotBlank();
                last = level;
            }
        }
    }

    @Test
    void theirJsonIsReadTheSameAndTheirPlainTextIsComplete() {
        BulletinChecks checks = new BulletinChecks(DRAWING, Clock.systemUTC());
        for (long seed = 0; seed < CASES; seed++) {
            Issue issue = RandomBulletins.of(seed).issue();
            assertThat(Blocks.ofJson(issue.blocks().json())).isEqualTo(issue.blocks());
            assertThat(checks.of(issue, SampleIssues.FACTS).findings())
                    .as("seed %d", seed)
                    .noneMatch(finding -> finding.problem().startsWith("The plain text lacks"));
        }
    }

    private static String read(String html) {
        Document page = Jsoup.parse(html);
        return page.text() + " " + String.join(" ", page.select("img").eachAttr("alt"));
    }

    private static void harmless(Document page, long seed) {
        assertThat(page.select("script, iframe, object, embed, form, input, svg, math, base, link[href*=tracker]"))
                .as("seed %d", seed)
                .isEmpty();
        for (Element element : page.body().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey();
                assertThat(name).as("seed %d: %s", seed, element).doesNotStartWith("on");
                if (name.equals("href") || name.equals("src")) {
                    assertThat(attribute.getValue()).as("seed %d", seed).matches(LEADS);
                }
            }
        }
        assertThat(page.select("img[src*=tracker]")).as("seed %d", seed).isEmpty();
    }
}
