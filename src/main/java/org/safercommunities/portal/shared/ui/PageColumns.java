package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Two columns on a wide screen, one below the other on a narrow one. */
public class PageColumns extends Div {

    private PageColumns(Component... columns) {
        super(columns);
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

    /** What can be done, before what is read on a phone and beside it on a wide screen, with the rest below it there. */
    public static PageColumns actionsFirst(Component actions, Component main, Component rest) {
        PageColumns columns = new PageColumns(actions, main, rest);
        columns.addClassName("sc-actions-first");
        return columns;
    }
}
