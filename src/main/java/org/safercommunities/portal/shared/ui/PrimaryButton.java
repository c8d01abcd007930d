package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** What a view is for: filled purple, one per view. */
public class PrimaryButton extends Button {

    public PrimaryButton(String label, Runnable action) {
        super(label, event -> action.run());
        addThemeVariants(ButtonVariant.PRIMARY);
    }

    public PrimaryButton(String label, Icon icon, Runnable action) {
        this(label, action);
        setIcon(icon.create());
    }

    /** 52 px high, for the one decision of a page. */
    public PrimaryButton big() {
        addClassName("sc-big");
        return this;
    }
}
