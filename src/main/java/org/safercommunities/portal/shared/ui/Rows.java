package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;

/** A list of things, with hairlines between. */
public class Rows extends UnorderedList {

    public Rows(Row... rows) {
        super(rows);
        addClassName("sc-rows");
        // A list without bullets is no list to some screen readers unless it says so
        getElement().setAttribute("role", "list");
    }

    public Rows(Collection<Row> rows) {
        this(rows.toArray(Row[]::new));
    }

    /** Puts focus on the first link or button of a row, for example of the first that “Show more” has brought. */
    public void focus(int row) {
        getElement().executeJs("this.children[$0]?.querySelector('a, button, vaadin-button')?.focus()", row);
    }

    /** On a white sheet, for things to act on rather than to read. */
    public Rows onSheet() {
        addClassName("sc-on-sheet");
        return this;
    }
}
