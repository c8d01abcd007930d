package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Where rows will be once they are found; seen only when that takes longer than 300 ms. */
public class SkeletonRows extends Div {

    public SkeletonRows(int rows) {
        addClassName("sc-skeleton");
        Span words = new Span("Loading…");
        words.addClassName("sc-unseen");
        words.getElement().setAttribute("role", "status");
        UnorderedList list = new UnorderedList();
        list.addClassName("sc-rows");
        list.getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < rows; i++) {
            list.add(row());
        }
        add(words, list);
    }

    private static ListItem row() {
        Div picture = new Div();
        picture.addClassName("sc-bone-picture");
        Div lines = new Div(bone(), bone(), bone());
        ListItem row = new ListItem(picture, lines);
        row.addClassNames("sc-row", "sc-with-picture");
        return row;
    }

    private static Span bone() {
        Span bone = new Span();
        bone.addClassName("sc-bone");
        return bone;
    }
}
