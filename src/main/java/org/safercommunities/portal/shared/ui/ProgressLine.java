package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.progressbar.ProgressBar;

/** How far something has come, between 0 and 1. The same in words stands beside it. */
public class ProgressLine extends ProgressBar {

    /** @param meaning what is under way, for those who do not see it, for example the name of a file */
    public ProgressLine(String meaning, double done) {
        super(0, 1, done);
        getElement().setAttribute("aria-label", meaning);
    }
}
