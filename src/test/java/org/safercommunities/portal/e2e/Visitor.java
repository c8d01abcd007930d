package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.support.Accessibility;
import org.safercommunities.portal.support.Browsers;
import org.safercommunities.portal.support.Pictures;
import org.safercommunities.portal.support.PortalServices;

/** Somebody with a browser of their own, who also checks that everybody could use what they see. */
final class Visitor implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private static @Nullable Browser browser;

    final Page page;
    private final BrowserContext window;

    Visitor() {
        window = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setLocale("en-GB")
                        // Otherwise every dialog and notice is waited for until it has stopped moving
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setAcceptDownloads(true));
        window.setDefaultTimeout(PATIENCE_MILLIS);
        page = window.newPage();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            // As patient as with everything else: on a busy machine a page takes longer than the usual five seconds
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            browser = new Browsers().browser();
        }
        return browser;
    }

    /** Opens a page of the portal; the path begins with a slash. */
    void open(String path) {
        page.navigate(PortalServices.portalUrl() + path);
    }

    /** Signs in with a password of the portal, from whatever page leads there. */
    void signIn(String email) {
        page.getByLabel("Work email address").fill(email);
        page.locator("#kc-login").click();
        page.getByLabel("Portal password").fill(Partners.PASSWORD);
        page.locator("#kc-login").click();
    }

    /** Signs in at the agency's own provider, to which the address leads. */
    void signInThroughAgency(String email) {
        page.getByLabel("Work email address").fill(email);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(".*/realms/kent-.*"));
        page.locator("input[name=password]").waitFor();
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(Partners.PASSWORD);
        page.locator("#kc-login").click();
    }

    /** What is called just so. */
    Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void arrivesAt(String path) {
        page.waitForURL(Pattern.compile(Pattern.quote(PortalServices.portalUrl() + path) + "(\\?.*)?"));
    }

    void sees(String heading) {
        assertThat(page.locator("h1")).containsText(heading);
    }

    /** axe finds nothing and nothing scrolls sideways, on a phone in the dark and at a desk in the light. */
    void everybodyCanUse(String name) {
        // An empty page has nothing wrong with it
        page.locator("h1").first().waitFor();
        // First as it is: what changes its size has to be drawn anew and waited for
        look(name, 1440, ColorScheme.LIGHT, Accessibility::brokenToTheEye);
        // On a phone there is all that there is at a desk, and a menu besides
        look(name, 320, ColorScheme.DARK, Accessibility::broken);
        backToTheDesk();
    }

    private void backToTheDesk() {
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void look(String name, int width, ColorScheme scheme, Function<Page, List<String>> faults) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Accessibility.checkNoSidewaysScrolling(page);
        Accessibility.settle(page);
        Pictures.take(page, "journeys", "%s-%d-%s".formatted(name, width, scheme));
        assertThat(faults.apply(page))
                .as("%s at %d px, %s", name, width, scheme)
                .isEmpty();
    }

    @Override
    public void close() {
        window.close();
    }
}
