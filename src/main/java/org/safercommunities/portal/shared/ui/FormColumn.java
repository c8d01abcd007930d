package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Fields one under the other, no wider than they can be read. */
public class FormColumn extends Div {

    public FormColumn(Component... fields) {
        super(fields);
        addClassName("sc-form");
    }
}
