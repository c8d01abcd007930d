package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Span;

/** A small label. Its look follows from what it says, so pages make one of the kinds below. */
abstract class Chip extends Span {

    Chip(String words, String... classNames) {
        add(new Span(words));
        addClassName("sc-chip");
        addClassNames(classNames);
    }

    Chip(Icon icon, String words, String... classNames) {
        this(words, classNames);
        addComponentAsFirst(icon.create());
    }
}
