package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.button.Button;

/** What else can be done here: outlined. */
public class SecondaryButton extends Button {

    public SecondaryButton(String label, Runnable action) {
        super(label, event -> action.run());
    }

    public SecondaryButton(String label, Icon icon, Runnable action) {
        this(label, action);
        setIcon(icon.create());
    }
}
