package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** A text to read, no wider than the eye can follow: headings, paragraphs and lists. */
public class Prose extends Div {

    public Prose() {
        addClassName("sc-prose");
    }

    public Prose heading(String heading) {
        add(new H2(heading));
        return this;
    }

    /** @param parts strings and components, in order */
    public Prose text(Object... parts) {
        add(new Paragraph(Words.of(parts)));
        return this;
    }

    public Prose list(String... items) {
        UnorderedList list = new UnorderedList();
        for (String item : items) {
            list.add(new ListItem(item));
        }
        add(list);
        return this;
    }
}
