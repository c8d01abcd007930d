package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** One thing below the other, with even gaps: filters, what stands beside a page. */
public class Stack extends Div {

    public Stack(Component... parts) {
        super(parts);
        addClassName("sc-stack");
    }

    /** Larger gaps. */
    public Stack wide() {
        addClassName("sc-wide");
        return this;
    }
}
