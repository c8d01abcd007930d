package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    private static final MailTemplate TEMPLATE = new MailTemplate("https://portal.example");

    private static Mail mail(String sample) {
        return TEMPLATE.fill(SampleLetters.named(sample), "rowan@swale.example", "Rowan Weald", "test-letter", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "words-only", "hostile"})
    void everyLetterHasOneHeadingALanguageAndATextTwinOfTheSameWords(String sample) {
        Letter letter = SampleLetters.named(sample);
        Mail mail = mail(sample);
        Document page = Jsoup.parse(mail.html());
        assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
        assertThat(page.title()).isEqualTo(letter.title());
        assertThat(page.select("h1").eachText()).containsExactly(letter.title());
        assertThat(page.select("table:not([role=presentation])")).isEmpty();
        for (String paragraph : letter.paragraphs()) {
            assertThat(page.text()).contains(paragraph);
            assertThat(mail.text()).contains(paragraph);
        }
        for (Letter.Fact fact : letter.facts()) {
            assertThat(page.text()).contains(fact.name());
            assertThat(mail.text()).contains(fact.name() + ": " + fact.value());
        }
        assertThat(page.text()).contains(letter.reason());
        assertThat(mail.text()).contains(letter.reason());
    }

    @Test
    void theButtonLeadsIntoThePortal() {
        assertThat(Jsoup.parse(mail("everything").html()).select(".button a").attr("href"))
                .isEqualTo("https://portal.example/library");
        assertThat(mail("everything").text()).contains("Open the portal:\nhttps://portal.example/library");
    }

    @Test
    void whatPeopleTypedStaysText() {
        Document page = Jsoup.parse(mail("hostile").html());
        assertThat(page.select("script, img[src=x], i, b")).isEmpty();
        assertThat(page.text()).contains("</mj-text><mj-raw>broken</mj-raw>");
        assertThat(page.select(".button a").attr("href")).isEqualTo("https://portal.example/search?q=a&b=\"c\"");
    }
}
