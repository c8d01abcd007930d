package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/** Names and values, as in “Owner: Hazel Cobnut”; two columns where there is room. */
public class Facts extends DescriptionList {

    public Facts() {
        addClassName("sc-facts");
    }

    public Facts fact(String name, String value) {
        return fact(new Term(name), new Description(value));
    }

    public Facts fact(String name, Component... value) {
        return fact(new Term(name), new Description(value));
    }

    private Facts fact(Term term, Description description) {
        Div pair = new Div(term, description);
        getElement().appendChild(pair.getElement());
        return this;
    }
}
