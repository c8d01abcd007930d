package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter is filled into a form that was drawn once: it must be what drawing it for itself would give. */
class LetterAsHtmlTest {

    private static final String PORTAL = "https://portal.example/?a=1&b=$2";

    @ParameterizedTest
    @ValueSource(strings = {"everything", "with-things", "words-only", "hostile"})
    void aFilledFormIsTheLetterDrawnForItself(String name) {
        Letter letter = SampleLetters.named(name);
        assertThat(normal(LetterAsHtml.of(letter, PORTAL))).isEqualTo(normal(LetterAsHtml.drawnAnew(letter, PORTAL)));
    }

    /** As a browser reads it: entities and ends of elements may be written in several ways. */
    private static String normal(String html) {
        return Jsoup.parse(html).html();
    }
}
