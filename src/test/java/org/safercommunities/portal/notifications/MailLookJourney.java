package org.safercommunities.portal.notifications;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mail in a real browser, as wide as a phone and as a mail program, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailLookJourney {

    private final MailLook look = new MailLook();

    @AfterAll
    void close() {
        look.close();
    }

    @ParameterizedTest
    @CsvSource({
        "everything,320,LIGHT",
        "everything,600,LIGHT",
        "everything,600,DARK",
        "everything,320,DARK",
        "with-things,320,LIGHT",
        "with-things,600,DARK",
        "words-only,600,LIGHT",
        "hostile,320,LIGHT",
        "hostile,600,DARK"
    })
    void everyMailIsAccessibleAndFitsTheScreen(String sample, int width, ColorScheme scheme) {
        look.show(sample, SampleLetters.named(sample), width, scheme);
    }
}
