package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.safercommunities.portal.support.Accessibility;
import org.safercommunities.portal.support.Browsers;
import org.safercommunities.portal.support.Pictures;

/** Shows letters in a real browser and looks whether they are accessible and fit. Pictures in target/mail-look. */
public final class MailLook implements AutoCloseable {

    private static final MailTemplate TEMPLATE = new MailTemplate("https://portal.example");
    /** A mail is shown inside another page, which has the landmarks. */
    private static final List<String> LANDMARKS = List.of(
            "region", "landmark-one-main", "landmark-no-duplicate-main", "landmark-unique", "page-has-heading-one");

    private final Browsers browsers = new Browsers();
    private final Browser browser = browsers.browser();

    public void show(String name, Letter letter, int width, ColorScheme scheme) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setOffline(true);
        try (BrowserContext context = browser.newContext(options)) {
            Page page = context.newPage();
            page.onDialog(dialog -> {
                throw new AssertionError("The mail ran a script: " + dialog.message());
            });
            page.setContent(TEMPLATE.html(letter));
            Pictures.take(page, "mail-look", "%s-%d-%s".formatted(name, width, scheme));
            assertThat(Accessibility.broken(page, LANDMARKS))
                    .as("%s at %d px, %s", name, width, scheme)
                    .isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    @Override
    public void close() {
        browsers.close();
    }
}
