package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A part of a page with its heading, and perhaps a link to more of it. */
public class PageSection extends Section {

    private final Div top;

    public PageSection(String heading, Component... content) {
        addClassName("sc-section");
        top = new Div(new H2(heading));
        top.addClassName("sc-section-top");
        add(top);
        add(content);
    }

    /** @param path of the page, without a leading slash */
    public PageSection link(String label, String path) {
        Anchor link = new Anchor(path, label);
        link.add(Icon.ARROW_RIGHT.create());
        top.add(link);
        return this;
    }

    /** Something else beside the heading, for example a count or a Select for the order. */
    public PageSection beside(Component component) {
        top.add(component);
        return this;
    }
}
