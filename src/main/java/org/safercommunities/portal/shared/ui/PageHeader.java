package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;

/** The top of a page: the way here, its one h1, what it is for, and what can be done. */
public class PageHeader extends Div {

    private final Div words = new Div();
    private final Div top = new Div(words);
    private final OrderedList crumbs = new OrderedList();

    public PageHeader(String title) {
        this(new H1(title));
    }

    private PageHeader(H1 title) {
        addClassName("sc-header");
        top.addClassName("sc-header-top");
        words.addClassName("sc-header-words");
        words.add(title);
        add(top);
    }

    /** A page above this one. Call it once for each, the highest first. */
    public PageHeader crumb(String label, String path) {
        if (crumbs.getParent().isEmpty()) {
            Nav way = new Nav(crumbs);
            way.addClassName("sc-crumbs");
            way.setAriaLabel("Breadcrumb");
            addComponentAsFirst(way);
        }
        crumbs.add(new ListItem(new Anchor(path, label)));
        return this;
    }

    /** One or two sentences on what the page is for. */
    public PageHeader lead(String lead) {
        Paragraph paragraph = new Paragraph(lead);
        paragraph.addClassName("sc-lead");
        words.add(paragraph);
        return this;
    }

    /** A line above the title, for example today's date. */
    public PageHeader over(String line) {
        Paragraph paragraph = new Paragraph(line);
        paragraph.addClassName("sc-header-over");
        words.addComponentAsFirst(paragraph);
        return this;
    }

    /** Marking, chips and a {@link FactsLine} below the title. */
    public PageHeader facts(Component... facts) {
        Div line = new Div(facts);
        line.addClassName("sc-header-facts");
        add(line);
        return this;
    }

    public PageHeader actions(Component... actions) {
        Div place = new Div(actions);
        place.addClassName("sc-header-actions");
        top.add(place);
        return this;
    }

    /** A larger title, for home and other pages that greet. */
    public PageHeader display() {
        addClassName("sc-display");
        return this;
    }
}
