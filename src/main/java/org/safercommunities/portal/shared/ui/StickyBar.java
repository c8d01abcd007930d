package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** The decision of a long page, always in reach at the lower edge: how things stand, and the buttons. */
public class StickyBar extends Div {

    private final Paragraph status;

    public StickyBar(String status, Component... actions) {
        this.status = new Paragraph(status);
        this.status.getElement().setAttribute("role", "status");
        addClassName("sc-sticky");
        add(this.status, new Buttons(actions));
    }

    public void setStatus(String words) {
        status.setText(words);
    }
}
