package org.safercommunities.portal.support;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/**
 * Pictures of what tests look at, for people: kept below {@code target} when the environment says {@code PORTAL_PICTURES=yes}. A
 * picture of a whole page takes as long as everything else that is done there, and nobody looks at those of most runs.
 */
public final class Pictures {

    private static final boolean WANTED = "yes".equals(System.getenv("PORTAL_PICTURES"));

    private Pictures() {}

    public static boolean wanted() {
        return WANTED;
    }

    /** @param folder below {@code target} */
    public static void take(Page page, String folder, String name) {
        if (WANTED) {
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", folder, name + ".png")));
        }
    }
}
