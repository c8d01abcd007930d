package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.button.Button;

/** What cannot easily be undone. Outlined on a page; filled only as the answer to a question. */
public class DangerButton extends Button {

    public DangerButton(String label, Runnable action) {
        super(label, event -> action.run());
        getElement().getThemeList().add("danger");
    }

    /** For the answer that acts, in a dialog of one’s own. */
    public DangerButton filled() {
        getElement().getThemeList().add("primary");
        return this;
    }
}
