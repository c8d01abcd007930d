package org.safercommunities.portal.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What holds for every page of the portal, in any state. */
public final class Accessibility {

    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The rest asks for names, roles and order, which are the same however wide the window is. */
    private static final List<String> TO_THE_EYE = List.of(
            "color-contrast",
            "link-in-text-block",
            "target-size",
            "scrollable-region-focusable",
            "aria-hidden-focus",
            "bypass",
            "landmark-one-main",
            "page-has-heading-one");

    private Accessibility() {}

    /** Nothing that axe-core can find wrong by WCAG 2.2 AA and good practice. */
    public static void check(Page page) {
        assertThat(broken(builder(page).withTags(STANDARDS)))
                .as("accessibility of %s", page.url())
                .isEmpty();
    }

    /** What every rule of axe-core finds. */
    public static List<String> broken(Page page) {
        return broken(builder(page));
    }

    /** What depends on colours and room, of a page that has been looked at as a whole in another window. */
    public static List<String> brokenToTheEye(Page page) {
        return broken(builder(page).withRules(TO_THE_EYE));
    }

    /** The same without some rules. */
    public static List<String> broken(Page page, List<String> besides) {
        return broken(builder(page).disableRules(besides));
    }

    /** axe-core, which describes only what is wrong. */
    public static AxeBuilder builder(Page page) {
        AxeRunOptions onlyWhatIsWrong = new AxeRunOptions();
        // What is right is not to be described, which takes longer than finding what is not
        onlyWhatIsWrong.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(onlyWhatIsWrong)
                // In this window rather than in another one opened for each look
                .setLegacyMode(true)
                // Vaadin puts it beside the page; it speaks only when the connection is lost
                .exclude("vaadin-connection-indicator");
    }

    /** Colours and places on their way to what they will be are neither wrong nor right. */
    public static void settle(Page page) {
        page.waitForFunction("""
                () => document.getAnimations().every(each => each.playState !== 'running'
                    || each.effect.getComputedTiming().endTime === Infinity)""");
    }

    private static List<String> broken(AxeBuilder look) {
        return look.analyze().getViolations().stream()
                .map(Accessibility::describe)
                .toList();
    }

    /** Nothing is cut off at the side, however narrow the window. */
    public static void checkNoSidewaysScrolling(Page page) {
        // The layout settles a moment after the window has changed its size
        Object wide = "";
        for (int look = 0; look < 20; look++) {
            wide = sideways(page);
            if ("".equals(wide)) {
                break;
            }
            page.waitForTimeout(150);
        }
        assertThat(wide).as("sideways scrolling of %s", page.url()).isEqualTo("");
    }

    private static Object sideways(Page page) {
        return page.evaluate("""
                () => [document.documentElement, document.querySelector('vaadin-app-layout')
                        ?.shadowRoot.querySelector('[part~=content]')]
                    .filter(each => each && each.scrollWidth > each.clientWidth + 1)
                    .map(each => each.tagName + ' ' + each.scrollWidth + ' > ' + each.clientWidth)
                    .join()""");
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget() + " " + node.getHtml())
                        .toList();
    }
}
