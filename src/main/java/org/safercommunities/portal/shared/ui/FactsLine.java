package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A few facts in one line, with dots between: “Guidance · Kent Police · 20 November 2026”. Empty ones are left out. */
public class FactsLine extends Div {

    public FactsLine(String... facts) {
        addClassName("sc-facts-line");
        for (String fact : facts) {
            if (!fact.isBlank()) {
                // The space lets a line break and a listener pause where the dot stands
                add(new Span(fact), new Text(" "));
            }
        }
    }
}
