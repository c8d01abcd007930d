package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Buttons side by side, wrapping where there is no room. */
public class Buttons extends Div {

    public Buttons(Component... buttons) {
        super(buttons);
        addClassName("sc-buttons");
    }
}
