package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Fields that narrow the list below them, side by side where there is room; the first takes what is left. */
public class FilterLine extends Div {

    public FilterLine(Component... fields) {
        super(fields);
        addClassName("sc-filter-line");
    }
}
