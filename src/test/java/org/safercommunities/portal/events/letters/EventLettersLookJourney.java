package org.safercommunities.portal.events.letters;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.notifications.MailLook;

/** Every letter about places in a real browser, as wide as a phone and as a mail program, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventLettersLookJourney {

    private final MailLook look = new MailLook();

    @AfterAll
    void close() {
        look.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyLetterIsAccessibleAndFitsTheScreen(NoticeKind kind) {
        // All are made by one template: each is looked at once, in one of four ways
        int way = kind.ordinal() % 4;
        look.show(
                "event-" + kind,
                EventSamples.of(kind, way % 3 == 0, 1 + kind.ordinal() % 3, "Spotting coercion and control"),
                way < 2 ? 320 : 600,
                way % 2 == 0 ? ColorScheme.LIGHT : ColorScheme.DARK);
    }

    @Test
    void titlesThatWouldBreakThePageDoNot() {
        look.show(
                "event-hostile",
                EventSamples.of(NoticeKind.CONFIRMED, true, 2, "<b>Long</b> & " + "unbreakable".repeat(20)),
                320,
                ColorScheme.DARK);
    }
}
