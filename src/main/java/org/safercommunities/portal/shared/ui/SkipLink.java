package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;

/** The first stop of the Tab key: past band and navigation, to what the page is about. */
@JavaScript("context://scripts/shell.js")
public class SkipLink extends Anchor {

    public SkipLink() {
        super("#content", "Skip to main content");
        addClassName("sc-skip");
        setRouterIgnore(true);
        // The script moves focus: a fragment alone would leave the page where a base address is set
        getElement().setAttribute("data-skip", true);
    }
}
