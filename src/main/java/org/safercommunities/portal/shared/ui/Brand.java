package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** Shield and name, leading home. */
public class Brand extends Anchor {

    public Brand() {
        setHref(".");
        addClassName("sc-brand");
        Span name = new Span("Safer Communities");
        name.addClassName("sc-brand-name");
        Span purpose = new Span("Kent partner portal");
        purpose.addClassName("sc-brand-for");
        Span words = new Span(name, purpose);
        words.addClassName("sc-brand-words");
        add(new Image("icons/shield.svg", ""), words);
    }
}
