package org.safercommunities.portal.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine, driven by Playwright; nothing is downloaded. */
public final class Browsers implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    public Browsers() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Without a window of its own where there is such a build: it needs half the processor time. */
    private static Path chromium() {
        return Optional.ofNullable(System.getenv("PORTAL_CHROMIUM"))
                .map(Path::of)
                .or(() ->
                        Optional.of(Path.of("/usr/bin/chromium-headless-shell")).filter(Files::isExecutable))
                .orElse(Path.of("/usr/bin/chromium"));
    }

    /** For windows with wishes of their own. */
    public Browser browser() {
        return browser;
    }

    /** A window of somebody who has never been here. */
    public BrowserContext window(int width, int height, boolean dark) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
