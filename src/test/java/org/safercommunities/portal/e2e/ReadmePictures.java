package org.safercommunities.portal.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.safercommunities.portal.support.Browsers;

/**
 * Takes the pictures of the readme from a running demonstration ({@code ./portal start}), at {@code PORTAL_PORT} if that is
 * set. Arguments: the folder to write to, then {@code name=email:path} for each picture; without any, those of
 * the readme whose addresses are the same in every demonstration (not that of a bulletin: {@code composer}).
 */
public final class ReadmePictures {

    private static final String PORTAL = "http://localhost:" + System.getenv().getOrDefault("PORTAL_PORT", "8080");
    private static final List<String> README = List.of(
            "home=practitioner@dover.example:/",
            "library=practitioner@dover.example:/library?q=ASB%20warning%20letter",
            "add=editor@kcst.example:/library/add");

    private ReadmePictures() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments.length == 0 ? "docs/pictures" : arguments[0]);
        List<String> wanted = arguments.length < 2 ? README : List.of(arguments).subList(1, arguments.length);
        try (Browsers browsers = new Browsers()) {
            Browser browser = browsers.browser();
            wanted.forEach(picture -> take(browser, folder, picture));
        }
    }

    private static void take(Browser browser, Path folder, String picture) {
        String name = picture.substring(0, picture.indexOf('='));
        String email = picture.substring(picture.indexOf('=') + 1, picture.indexOf(':'));
        String path = picture.substring(picture.indexOf(':') + 1);
        try (BrowserContext window = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 1000))) {
            Page page = window.newPage();
            page.navigate(PORTAL + path);
            if (!email.isEmpty()) {
                page.getByLabel("Work email address").fill(email);
                page.locator("#kc-login").click();
                page.locator("input[name=password]").fill(Partners.PASSWORD);
                page.locator("#kc-login").click();
            }
            page.locator("h1").first().waitFor();
            page.waitForTimeout(4000); // pictures of pages are drawn
            page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            if (folder.endsWith("pictures")) {
                return;
            }
            page.setViewportSize(320, 900);
            page.waitForTimeout(700);
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(folder.resolve(name + "-320-dark.png")));
        }
    }
}
