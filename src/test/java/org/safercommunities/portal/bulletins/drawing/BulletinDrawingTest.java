package org.safercommunities.portal.bulletins.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;

class BulletinDrawingTest {

    private static final BulletinDrawing DRAWING = new BulletinDrawing(SampleIssues.PORTAL + "/");
    private static final Issue EVERYTHING = SampleIssues.everything();
    private static final String HTML = DRAWING.html(EVERYTHING, SampleIssues.FACTS);
    private static final Document MAIL = Jsoup.parse(HTML);

    private static Document mail(Block... blocks) {
        return Jsoup.parse(DRAWING.html(EVERYTHING.with(Blocks.of(blocks)), SampleIssues.FACTS));
    }

    private static String text(Block... blocks) {
        return DRAWING.text(EVERYTHING.with(Blocks.of(blocks)), SampleIssues.FACTS);
    }

    @Test
    void itIsOneColumnOfTablesForEveryMailProgram() {
        assertThat(MAIL.select("html").attr("lang")).isEqualTo("en-GB");
        assertThat(MAIL.title()).isEqualTo("Places free, new guidance, 16 days");
        assertThat(MAIL.select("h1").eachText()).containsExactly("Places free, new guidance, 16 days");
        assertThat(MAIL.select("table:not([role=presentation])")).isEmpty();
        // What Outlook’s engine cannot do, and what programs drop that strip the head
        assertThat(HTML).contains("<!--[if mso | IE]>").contains("prefers-color-scheme: dark");
        assertThat(MAIL.body().html())
                .doesNotContain("display:flex", "display:grid", "background-image", "position:", "@import");
        assertThat(MAIL.select(".sheet h2, .sheet h3, .sheet li, .sheet p, .sheet a[href]"))
                .allMatch(element -> element.hasAttr("style"));
        assertThat(MAIL.select("link[rel=stylesheet], script")).isEmpty();
    }

    @Test
    void itSaysAllWithPicturesOff() {
        assertThat(MAIL.select("img")).allMatch(picture -> picture.hasAttr("alt"));
        assertThat(MAIL.select("img[alt*=lit path]").attr("src"))
                .isEqualTo(SampleIssues.PORTAL + "/bulletins/pictures/" + SampleIssues.STREET);
    }

    @Test
    void documentsAreLinksAndTheirMarkingIsSaid() {
        assertThat(MAIL.select("h3 a[href='%s/library/%s']".formatted(SampleIssues.PORTAL, SampleIssues.GUIDANCE))
                        .text())
                .isEqualTo("Home visits where cuckooing is suspected");
        assertThat(MAIL.select(".chip").text()).isEqualTo("OFFICIAL-SENSITIVE");
    }

    @Test
    void anEventSaysWhenAndHowManyPlacesAndIsBookedInThePortal() {
        assertThat(MAIL.text())
                .contains("Thursday 10 December 2026, 9.30am to 4pm")
                .contains("Online: 38 of 100 places left");
        assertThat(MAIL.select(".button a").first().attr("href"))
                .isEqualTo(SampleIssues.PORTAL + "/events/" + SampleIssues.CONFERENCE);
    }

    @Test
    void contentsLeadToTheHeadingsThatFollow() {
        assertThat(MAIL.select(".box a").eachText())
                .containsExactly("Event", "New in the library", "Your view", "From our partners", "Later this year");
        assertThat(MAIL.select(".box a").eachAttr("href"))
                .allMatch(href -> MAIL.getElementById(href.substring(1)) != null);
    }

    @Test
    void headingsOfTextsStandBelowThoseAroundThem() {
        Document mail = mail(
                new Block.Heading("Part"),
                new Block.Text("# One\n\n### Three\n\n# One more"),
                new Block.Document(SampleIssues.PACK));
        assertThat(mail.select("h3").eachText())
                .containsExactly("One", "One more", "16 Days of Action 2026: campaign pack");
        assertThat(mail.select("h4").eachText()).containsExactly("Three");
    }

    @Test
    void markupIsTextAndLinksThatLeadNowhereAreWords() {
        Document mail = mail(
                new Block.Text(
                        "<b>bold</b> [bad](javascript:alert(1)) ![a picture](https://tracker.example/p.png) [good](https://example.org)"));
        assertThat(mail.text()).contains("<b>bold</b> bad a picture good");
        assertThat(mail.select(".sheet a").eachAttr("href")).containsExactly("https://example.org");
        assertThat(mail.select("img")).isEmpty();
    }

    @Test
    void whatIsTypedIsNoMarkForTheEngine() {
        assertThat(mail(new Block.Text("{{name}} {{secret}}")).text())
                .contains("Dear {{name}},")
                .doesNotContain("{{secret}}")
                .contains("{\u2060{secret}}");
    }

    @Test
    void linesAreDrawnOnlyBetweenThings() {
        Document mail = mail(
                new Block.Divider(),
                new Block.Text("a"),
                new Block.Divider(),
                new Block.Divider(),
                new Block.Text("b"),
                new Block.Divider());
        assertThat(mail.select(".rule")).hasSize(1);
    }

    @Test
    void whatAReaderMayNotSeeLeavesNoTrace() {
        Blocks blocks = EVERYTHING.blocks().forWhoSees(Set.of(SampleIssues.PACK), Set.of());
        String html = DRAWING.html(EVERYTHING.with(blocks), SampleIssues.FACTS);
        assertThat(html).contains("campaign pack").doesNotContain("cuckooing", "OFFICIAL", "County conference");
        assertThat(Jsoup.parse(html).select(".box a").eachText()).doesNotContain("Event");
    }

    @Test
    void thePlainTextSaysTheSameInShortLines() {
        String text = DRAWING.text(EVERYTHING, SampleIssues.FACTS);
        assertThat(text.lines().filter(line -> !line.contains("://")))
                .allMatch(line -> line.length() <= 72)
                .contains("- residents who reported every dark spot", "1. The station road", "> That is new.");
        assertThat(text).contains("""

                Book your place:
                https://portal.example/events/%s

                """.formatted(SampleIssues.CONFERENCE));
        assertThat(text)
                .contains("kept by the council’s wardens\n  https://portal.example/library?q=wardens\n- a walk");
        assertThat(text).contains("[Picture: A lit path along the sea, with two people walking a dog]");
        assertThat(text).endsWith("Kent Community Safety Team. Reply to this email and a person answers.\n");
        assertThat(text(new Block.Text("[https://example.org/x](https://example.org/x)")))
                .containsOnlyOnce("https://example.org/x");
    }

    @Test
    void thePageHasTheSameHeadingsAndLinksWithinThePortal() {
        Document page = Jsoup.parse(DRAWING.page(EVERYTHING, SampleIssues.FACTS));
        assertThat(page.select("h1, table, [style]")).isEmpty();
        assertThat(page.select("h2").eachText()).isEqualTo(MAIL.select("h2").eachText());
        assertThat(page.select("h3").eachText()).isEqualTo(MAIL.select("h3").eachText());
        assertThat(page.select("h3 a").first().attr("href")).isEqualTo("/library/" + SampleIssues.GUIDANCE);
        assertThat(page.select("figure blockquote p").eachText())
                .containsExactly("I cross the square again in the evening.", "That is new.");
        assertThat(page.text()).doesNotContain("{{", "Dear ");
    }
}
