package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safercommunities.portal.e2e.kit.HastyPush;
import org.safercommunities.portal.e2e.kit.KitApplication;
import org.safercommunities.portal.e2e.kit.KitPages;
import org.safercommunities.portal.support.Browsers;
import org.safercommunities.portal.support.ProxyWithoutSockets;
import org.safercommunities.portal.support.ProxyWithoutSockets.Manner;
import org.springframework.context.ConfigurableApplicationContext;

/** What the server says reaches pages where a proxy lets no WebSockets through, and many tabs stay usable there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlockedSocketsJourney {

    /** Longer than in the portal, so that what comes with the end of a waiting request and what was brought differ. */
    private static final String REQUESTS_WAIT = "--vaadin.push-long-polling-suspend-timeout=7000";

    private static final int PROMPT = 5_500;
    /** Ten seconds, and as many again when the page has to find out that it missed something. Left alone it takes a minute. */
    private static final int FALLBACK = 30_000;

    private static final String LOOKED_AT_OR_NOT = """
            Object.defineProperty(document, 'hidden', { get: () => window.putAside === true });
            window.see = (seen) => { window.putAside = !seen; document.dispatchEvent(new Event('visibilitychange')); };
            """;

    private ConfigurableApplicationContext application;
    private KitPages pages;
    private int port;
    private Browsers browsers;
    private BrowserContext window;

    @BeforeAll
    void start() {
        application = KitApplication.start(0, REQUESTS_WAIT);
        pages = application.getBean(KitPages.class);
        port = Integer.parseInt(application.getEnvironment().getRequiredProperty("local.server.port"));
        browsers = new Browsers();
    }

    @AfterAll
    void stop() {
        browsers.close();
        application.close();
    }

    @BeforeEach
    void begin() {
        window = browsers.window(1440, 900, false);
        window.addInitScript(LOOKED_AT_OR_NOT);
    }

    @AfterEach
    void leave() {
        window.close();
    }

    /** All at once, for what takes time is that each page finds out for itself. */
    @Test
    void serverReachesThePageWhateverIsInTheWay() throws IOException {
        Map<Manner, ProxyWithoutSockets> proxies = new EnumMap<>(Manner.class);
        Map<Manner, Tab> tabs = new EnumMap<>(Manner.class);
        try {
            for (Manner manner : Manner.values()) {
                ProxyWithoutSockets proxy = new ProxyWithoutSockets(port, manner);
                proxies.put(manner, proxy);
                tabs.put(manner, new Tab(proxy));
            }
            pages.say("While they still try.");
            tabs.values().forEach(tab -> tab.shows("While they still try.", FALLBACK));
            tabs.values().forEach(Tab::waitsForNews);
            pages.say("When they know.");
            tabs.values().forEach(tab -> tab.shows("When they know.", PROMPT));

            proxies.forEach((manner, proxy) -> assertThat(proxy.socketsAskedFor())
                    .as("sockets, %s", manner)
                    .isEqualTo(1));
        } finally {
            for (ProxyWithoutSockets proxy : proxies.values()) {
                proxy.close();
            }
        }
    }

    @Test
    void nothingButPushBringsWhatTheServerSays() throws IOException {
        try (ProxyWithoutSockets proxy = ProxyWithoutSockets.noPushAtAll(port)) {
            Tab tab = new Tab(proxy);

            pages.say("Into the void.");

            assertThatThrownBy(() -> tab.shows("Into the void.", PROMPT)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void anAnswerThatWasQuickerThanItsRequestIsNotHeldBack() throws IOException {
        try (ProxyWithoutSockets proxy = new ProxyWithoutSockets(port, Manner.ANSWERS_403)) {
            window.addCookies(List.of(new Cookie(HastyPush.COOKIE, "true").setUrl(proxy.url())));
            Tab tab = new Tab(proxy);

            pages.say("Kept for the first request.");
            tab.waitsForNews();

            tab.shows("Kept for the first request.", PROMPT);
        }
    }

    @Test
    void tabsThatNobodyLooksAtLeaveConnectionsToTheOthers() throws IOException {
        try (ProxyWithoutSockets proxy = new ProxyWithoutSockets(port, Manner.CLOSES)) {
            List<Tab> aside = putAside(proxy, 6);

            Tab last = new Tab(proxy);
            last.page
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fail"))
                    .click();
            assertThat(last.page.getByRole(AriaRole.ALERT)).isVisible(new IsVisibleOptions().setTimeout(PROMPT));

            pages.say("Kept until it is seen.");
            aside.getFirst().page.evaluate("see(true)");
            aside.getFirst().shows("Kept until it is seen.", PROMPT);
        }
    }

    @Test
    void tabsThatNobodyLooksAtAreClearedWhenTheirSessionEnds() throws IOException {
        try (ProxyWithoutSockets proxy = new ProxyWithoutSockets(port, Manner.CLOSES)) {
            List<Tab> aside = putAside(proxy, 3);

            pages.signOut();

            for (Tab tab : aside) {
                assertThat(tab.page.locator("#signed-out")).isVisible(new IsVisibleOptions().setTimeout(PROMPT));
            }
        }
    }

    /** Opens tabs one after the other, each put aside for the next, until all but one have stopped waiting for news. */
    private List<Tab> putAside(ProxyWithoutSockets proxy, int count) {
        List<Tab> aside = new ArrayList<>();
        for (int each = 0; each < count; each++) {
            Tab tab = new Tab(proxy);
            tab.waitsForNews();
            tab.page.evaluate("see(false)");
            aside.add(tab);
        }
        aside.getLast()
                .page
                .waitForCondition(
                        () -> aside.stream().mapToInt(tab -> tab.waiting).sum() == 1,
                        new Page.WaitForConditionOptions().setTimeout(FALLBACK));
        return aside;
    }

    private final class Tab {

        private final Page page = window.newPage();
        private int asked;
        private int waiting;

        Tab(ProxyWithoutSockets proxy) {
            page.onRequest(request -> count(request, 1));
            page.onRequestFinished(request -> count(request, -1));
            page.onRequestFailed(request -> count(request, -1));
            page.navigate(proxy.url() + "kit/parts");
            page.locator("main h1").waitFor();
        }

        private void count(Request request, int more) {
            if (request.url().contains("X-Atmosphere-Transport=long-polling")) {
                asked += Math.max(0, more);
                waiting += more;
            }
        }

        /** The first request of long polling makes the acquaintance, the second waits. */
        void waitsForNews() {
            page.waitForCondition(() -> asked > 1, new Page.WaitForConditionOptions().setTimeout(FALLBACK));
        }

        void shows(String words, int withinMillis) {
            assertThat(page.getByText(words)).isVisible(new IsVisibleOptions().setTimeout(withinMillis));
        }
    }
}
