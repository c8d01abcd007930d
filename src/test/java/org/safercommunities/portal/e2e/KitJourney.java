package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.e2e.kit.KitApplication;
import org.safercommunities.portal.support.Accessibility;
import org.safercommunities.portal.support.Browsers;
import org.safercommunities.portal.support.Pictures;
import org.springframework.context.ConfigurableApplicationContext;

/** The shell and the parts of pages, in a browser, without the portal around them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KitJourney {

    private ConfigurableApplicationContext application;
    private Browsers browsers;
    private String base;
    private BrowserContext window;

    @BeforeAll
    void start() {
        application = KitApplication.start(0);
        base = "http://localhost:" + application.getEnvironment().getProperty("local.server.port") + "/";
        browsers = new Browsers();
        window = browsers.window(1440, 900, false);
    }

    @AfterAll
    void stop() {
        browsers.close();
        application.close();
    }

    /** One window for all, so that its cache serves them; nothing typed stays in it. */
    @AfterEach
    void closePages() {
        for (Page page : window.pages()) {
            page.evaluate("localStorage.clear()");
            page.close();
        }
        window.clearCookies();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kit/home", "kit/library", "kit/parts", "kit/form", "accessibility", "privacy", "nowhere"})
    void pagesAreAccessibleAndFitTheScreen(String path) {
        Page page = open(path, 1440);
        for (int width : new int[] {1440, 768, 320}) {
            page.setViewportSize(width, 900);
            Accessibility.checkNoSidewaysScrolling(page);
            // Colours and names do not differ between the widths: each scheme where least and where most is folded away
            ColorScheme scheme = width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT;
            if (width != 768) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Accessibility.check(page);
            }
            String name = path.replace('/', '-') + "-" + width + (scheme == ColorScheme.DARK ? "-dark" : "");
            Pictures.take(page, "screens", name);
        }
    }

    @Test
    void titleAndLanguageAreSaid() {
        Page page = open("kit/library", 1440);

        assertThat(page).hasTitle("Library – Safer Communities Portal");
        assertThat(page.locator("html")).hasAttribute("lang", "en-GB");
    }

    @Test
    void firstTabStopSkipsToThePage() {
        Page page = open("kit/library", 1440);
        page.keyboard().press("Tab");
        assertThat(page.locator(".sc-skip")).isFocused();

        page.keyboard().press("Enter");

        assertThat(page.locator("main#content")).isFocused();
        assertThat(page).hasURL(base + "kit/library");
    }

    @Test
    void newPageIsMarkedInTheNavigationAndItsHeadingTakesFocus() {
        Page page = open("kit/home", 1440);

        page.locator(".sc-nav a[href='kit/library']").click();

        assertThat(page.locator("h1")).hasText("Library");
        assertThat(page.locator("h1")).isFocused();
        assertThat(page.locator(".sc-nav [aria-current=page]")).hasAttribute("href", "kit/library");
    }

    @Test
    void navigationIsGroupedAndSaysWhatWaits() {
        Page page = open("kit/home", 1440);

        assertThat(page.locator(".sc-nav-heading").filter(new Locator.FilterOptions().setHasText("Safety team")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("Requests (3 requests to answer)")))
                .isVisible();
    }

    @Test
    void drawerOpensAndClosesOnAPhone() {
        Page page = open("kit/home", 390);
        assertThat(page.locator(".sc-nav")).not().isInViewport();

        page.getByRole(AriaRole.BUTTON, named("Menu")).click();
        assertThat(page.locator(".sc-nav")).isInViewport();
        Accessibility.check(page);

        page.locator(".sc-nav a[href='kit/library']").click();
        assertThat(page.locator("h1")).hasText("Library");
        assertThat(page.locator(".sc-nav")).not().isInViewport();
    }

    @Test
    void searchBoxSuggestsWhileTypingAndArrowsChoose() {
        Page page = open("kit/home", 1440);
        Locator box = page.getByRole(AriaRole.COMBOBOX, named("Search the portal"));
        box.pressSequentially("early asb");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(2);
        assertThat(box).hasAttribute("aria-expanded", "true");
        Accessibility.check(page);

        box.press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "find-0");
        box.press("Enter");

        assertThat(page.locator("h1")).hasText("Library");
        assertThat(page.locator("#find-list")).isHidden();
    }

    @Test
    void enterInTheSearchBoxLeadsToAllResults() {
        Page page = open("kit/home", 1440);
        Locator box = page.getByRole(AriaRole.COMBOBOX, named("Search the portal"));
        box.pressSequentially("noise & nuisance");
        box.press("Enter");

        page.waitForURL(Pattern.compile(".*/search\\?q=noise(%20|\\+)%26(%20|\\+)nuisance"));
    }

    @Test
    void escapeClosesSuggestionsAndKeepsTheWords() {
        Page page = open("kit/home", 1440);
        Locator box = page.getByRole(AriaRole.COMBOBOX, named("Search the portal"));
        box.pressSequentially("case");
        assertThat(page.locator("#find-list")).isVisible();

        box.press("Escape");

        assertThat(page.locator("#find-list")).isHidden();
        assertThat(box).hasValue("case");
    }

    @Test
    void searchIsBehindAnIconOnAPhone() {
        Page page = open("kit/home", 320);
        Locator box = page.locator("#find");
        assertThat(box).isHidden();

        page.getByRole(AriaRole.BUTTON, named("Search").setExact(true)).click();

        assertThat(box).isFocused();
        Accessibility.check(page);
        Accessibility.checkNoSidewaysScrolling(page);
    }

    @Test
    void accountMenuOpensByKeyboard() {
        Page page = open("kit/home", 1440);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Rowan .*: account$")))
                .focus();
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.LINK, named("Your account"))).isVisible();
        assertThat(page.getByText("rowan.weald@dover.example")).isVisible();
        Accessibility.check(page);

        page.keyboard().press("Escape");
        assertThat(page.getByRole(AriaRole.LINK, named("Your account"))).isHidden();
    }

    @Test
    void errorSummaryTakesFocusAndLeadsToTheField() {
        Page page = open("kit/form", 1440);
        page.getByRole(AriaRole.BUTTON, named("Publish 15 documents")).click();
        assertThat(page.locator(".sc-errors")).isFocused();
        Accessibility.check(page);

        page.locator(".sc-errors button").click();

        assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
    }

    @Test
    void whatWasTypedSurvivesALostPageAndIsForgottenOnceSaved() {
        Page page = open("kit/form", 1440);
        Locator name = page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true));
        Locator reason = page.getByLabel("Why you ask");
        name.pressSequentially("Hazel");
        reason.pressSequentially("To write on");
        page.getByLabel("I have read").check();
        page.locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, named("Report")).click();
        page.waitForFunction("JSON.stringify(localStorage).includes('To write on')");
        page.waitForFunction("JSON.stringify(localStorage).includes('Report')");

        page.reload();
        assertThat(reason).hasValue("To write on");
        assertThat(name).hasValue("Hazel");
        assertThat(page.getByLabel("I have read")).isChecked();
        assertThat(page.locator("vaadin-select")).containsText("Report");
        assertThat(page.getByText("We kept what you typed")).isVisible();

        page.getByRole(AriaRole.BUTTON, named("Publish 15 documents")).click();
        assertThat(page.getByText("Sent.")).isVisible();
        page.waitForFunction("!JSON.stringify(localStorage).includes('Hazel')");
    }

    @Test
    void signingOutForgetsWhatWasTyped() {
        Page page = open("kit/form", 1440);
        page.getByLabel("Why you ask").pressSequentially("Between us");
        page.waitForFunction("JSON.stringify(localStorage).includes('Between us')");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Rowan .*: account$")))
                .click();
        page.getByRole(AriaRole.BUTTON, named("Sign out")).click();

        page.waitForFunction("!JSON.stringify(localStorage).includes('Between us')");
    }

    @Test
    void questionsBeforeWhatCannotBeUndoneCanBeDeclined() {
        Page page = open("kit/parts", 1440);
        page.getByRole(AriaRole.BUTTON, named("Remove").setExact(true)).click();
        assertThat(page.getByText("Remove this document?")).isVisible();
        Accessibility.check(page);

        page.keyboard().press("Escape");

        assertThat(page.getByText("Remove this document?")).isHidden();
        assertThat(page.getByText("Removed.")).isHidden();
    }

    @Test
    void failureLeavesThePageAndGivesAReference() {
        Page page = open("kit/parts", 1440);

        page.getByRole(AriaRole.BUTTON, named("Fail")).click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText(Pattern.compile("reference [0-9A-Z]{4}-[0-9A-Z]{4}"));
        assertThat(page.locator("h1")).isVisible();
        Accessibility.check(page);
    }

    @Test
    void endedSessionTakesThePageAwayAndOffersToSignIn() {
        Page page = open("kit/parts", 1440);

        page.getByRole(AriaRole.BUTTON, named("End session")).click();

        assertThat(page.getByRole(AriaRole.ALERTDIALOG, named("You have been signed out")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LINK, named("Sign in again"))).isFocused();
        assertThat(page.getByRole(AriaRole.LINK, named("Sign in again"))).hasAttribute("href", "kit/parts");
        assertThat(page.content()).doesNotContain("cuckooing");
        Accessibility.check(page);
    }

    @Test
    void serverReachesThePage() {
        Page page = open("kit/parts", 1440);

        page.getByRole(AriaRole.BUTTON, named("Later")).click();

        assertThat(page.getByText("Pushed by the server.")).isVisible();
    }

    private Page open(String path, int width) {
        Page page = window.newPage();
        page.setViewportSize(width, 900);
        visit(page, path);
        return page;
    }

    private void visit(Page page, String path) {
        page.navigate(base + path);
        page.locator("main h1").waitFor();
        page.waitForFunction("document.fonts.status === 'loaded'");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
