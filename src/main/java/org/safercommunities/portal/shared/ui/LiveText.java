package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.html.Paragraph;

/** Words that are read out when they change, for example “34 documents” after a filter is chosen. */
public class LiveText extends Paragraph {

    public LiveText(String words) {
        super(words);
        addClassName("sc-live");
        getElement().setAttribute("role", "status");
    }
}
