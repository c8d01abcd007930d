package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Two columns on a wide screen, one below the other on a narrow one. */
public class PageColumns extends Div {

    private PageColumns(Component first, Component second) {
        super(first, second);
        addClassName("sc-columns");
    }

    /** What is read, and a narrower column after it. */
    public static PageColumns withAside(Component main, Component aside) {
        return new PageColumns(main, aside);
    }

    /** A narrow column first, for example of filters. */
    public static PageColumns asideFirst(Component aside, Component main) {
        PageColumns columns = new PageColumns(aside, main);
        columns.addClassName("sc-aside-first");
        return columns;
    }
}
