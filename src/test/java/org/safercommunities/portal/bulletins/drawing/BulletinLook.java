package org.safercommunities.portal.bulletins.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safercommunities.portal.support.Accessibility;
import org.safercommunities.portal.support.Browsers;

/** Shows bulletins in a real browser and looks whether they are accessible and fit. Pictures in target/bulletin-look. */
public final class BulletinLook implements AutoCloseable {

    /** A mail is shown inside another page, which has the landmarks. */
    private static final List<String> LANDMARKS = List.of(
            "region", "landmark-one-main", "landmark-no-duplicate-main", "landmark-unique", "page-has-heading-one");

    private static final Set<String> NOT_TO_BE = Set.of("serious", "critical");

    private final Map<String, Page> pages = new HashMap<>();
    private final Browsers browsers = new Browsers();

    /** Nothing serious in it, no script ran, and nothing is cut off at the side. */
    public void check(String name, String html, int width, boolean dark) {
        show(html, width, dark, page -> {
            List<String> violations =
                    Accessibility.builder(page).disableRules(LANDMARKS).analyze().getViolations().stream()
                            .filter(rule -> NOT_TO_BE.contains(rule.getImpact()))
                            .map(BulletinLook::describe)
                            .toList();
            assertThat(violations)
                    .as("%s at %d px, dark: %s", name, width, dark)
                    .isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("width of %s", name)
                    .isLessThanOrEqualTo(width);
        });
    }

    /** Returns where it is. */
    public Path picture(String name, String html, int width, boolean dark) {
        Path picture = Path.of("target/bulletin-look", "%s-%d-%s.png".formatted(name, width, dark ? "dark" : "light"));
        show(
                html,
                width,
                dark,
                page -> page.screenshot(
                        new Page.ScreenshotOptions().setPath(picture).setFullPage(true)));
        return picture;
    }

    private void show(String html, int width, boolean dark, java.util.function.Consumer<Page> look) {
        Page page = pages.computeIfAbsent(width + " " + dark, each -> page(width, dark));
        page.setContent(html);
        look.accept(page);
    }

    /** One for each screen: to open another takes longer than to look. */
    private Page page(int width, boolean dark) {
        BrowserContext context = browsers.window(width, 900, dark);
        context.setOffline(true);
        Page page = context.newPage();
        page.onDialog(dialog -> {
            throw new AssertionError("The bulletin ran a script: " + dialog.message());
        });
        return page;
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }

    @Override
    public void close() {
        pages.values().forEach(page -> page.context().close());
        browsers.close();
    }
}
