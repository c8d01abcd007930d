package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Chips side by side. */
public class Chips extends Div {

    public Chips(Component... chips) {
        super(chips);
        addClassName("sc-chips");
    }
}
