package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.safercommunities.portal.shared.TooOften;

/** A long list that shows a page of rows and, on request, the next: “Showing 25 of 223”. */
public class GrowingRows extends Div {

    /** Finds rows. */
    @FunctionalInterface
    public interface Page {
        List<Row> rows(int offset, int limit);
    }

    private static final int AT_ONCE = 25;

    private final Rows rows = new Rows();
    private final SecondaryButton more = new SecondaryButton("Show more", this::more);
    private final LiveText shown = new LiveText("");
    private final Page page;
    private final int total;
    private int here;

    /** @param total how many rows there are in all */
    public GrowingRows(int total, Page page) {
        this.total = total;
        this.page = page;
        shown.addClassName("sc-shown");
        Buttons foot = new Buttons(more, shown);
        foot.addClassName("sc-list-foot");
        add(rows, foot);
        grow();
    }

    private void more() {
        int first = here;
        grow();
        rows.focus(first);
    }

    private void grow() {
        List<Row> next;
        try {
            next = page.rows(here, AT_ONCE);
        } catch (TooOften wait) {
            // What is shown stays, and so does the button for when they have waited
            shown.setText("Showing %d of %d".formatted(here, total));
            Notices.on(UI.getCurrent()).bad(wait.words());
            return;
        }
        next.forEach(rows::add);
        here += next.size();
        boolean all = here >= total || next.isEmpty();
        more.setVisible(!all);
        shown.setText(all ? "" : "Showing %d of %d".formatted(here, total));
        shown.setVisible(!all);
    }
}
