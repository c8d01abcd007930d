package org.safercommunities.portal.bulletins.drawing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document, event, link or date to save, in the parts that all three drawings have.
 *
 * @param href where the title leads; null for nowhere
 * @param date for the tile beside it; null for none
 * @param when the first line below the title; may be empty
 * @param facts the quiet lines below that
 * @param sensitive whether to say that it is OFFICIAL-SENSITIVE
 * @param words of the editor's own; may be empty
 * @param action the button below; null for none
 */
record Item(
        String title,
        @Nullable String href,
        @Nullable LocalDate date,
        String when,
        List<String> facts,
        boolean sensitive,
        String words,
        @Nullable Action action) {

    static final String MARKING = "OFFICIAL-SENSITIVE";

    /** What follows the marking. */
    static final String BEHIND_SIGN_IN = "opens in the portal after you sign in";

    record Action(String href, String label) {}
}
