package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What happened, newest first, for example the versions of a document. */
public class Timeline extends OrderedList {

    public Timeline() {
        addClassName("sc-timeline");
        getElement().setAttribute("role", "list");
    }

    /** The state of now, marked by a filled point. */
    public Timeline current(String title, String words, Component... more) {
        ListItem item = item(title, words, more);
        item.addClassName("sc-current");
        add(item);
        return this;
    }

    public Timeline past(String title, String words, Component... more) {
        add(item(title, words, more));
        return this;
    }

    private static ListItem item(String title, String words, Component... more) {
        Span strong = new Span(title);
        strong.getStyle().setFontWeight("700");
        ListItem item = new ListItem(new Div(strong), new Paragraph(words));
        item.add(more);
        return item;
    }
}
