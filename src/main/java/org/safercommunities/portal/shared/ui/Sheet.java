package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;

/** A white sheet on the tinted page. */
public class Sheet extends Div {

    public Sheet(Component... content) {
        super(content);
        addClassName("sc-sheet");
    }

    public static Sheet titled(String heading, Component... content) {
        Sheet sheet = new Sheet(content);
        sheet.addComponentAsFirst(new H2(heading));
        return sheet;
    }
}
