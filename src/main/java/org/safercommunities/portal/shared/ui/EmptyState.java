package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;

/** Nothing here, said so that a person knows why and what to do next. */
public class EmptyState extends Div {

    public EmptyState(Icon icon, String heading, String sentence) {
        addClassName("sc-empty");
        Div disc = new Div(icon.create());
        disc.addClassName("sc-empty-icon");
        add(disc, new H2(heading));
        lead(new Text(sentence));
    }

    /** Another sentence, which may hold links. */
    public EmptyState lead(Component... words) {
        Paragraph paragraph = new Paragraph(words);
        paragraph.addClassName("sc-lead");
        add(paragraph);
        return this;
    }

    public EmptyState hints(String... hints) {
        UnorderedList list = new UnorderedList();
        for (String hint : hints) {
            list.add(new ListItem(hint));
        }
        add(list);
        return this;
    }

    public EmptyState actions(Component... actions) {
        add(new Buttons(actions));
        return this;
    }
}
