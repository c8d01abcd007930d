package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/** A filter that somebody chose; pressing it takes the filter away. */
public class FilterChip extends NativeButton {

    public FilterChip(String filter, Runnable remove) {
        addClassName("sc-chip");
        add(new Span(filter), Icon.X.create());
        setAriaLabel("Remove filter " + filter);
        addClickListener(event -> remove.run());
    }
}
