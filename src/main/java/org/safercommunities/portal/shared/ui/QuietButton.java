package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** A button without a frame, for what belongs to one row or undoes a choice. */
public class QuietButton extends Button {

    public QuietButton(String label, Runnable action) {
        super(label, event -> action.run());
        addThemeVariants(ButtonVariant.TERTIARY);
    }

    public QuietButton(String label, Icon icon, Runnable action) {
        this(label, action);
        setIcon(icon.create());
    }

    /**
     * An icon alone.
     *
     * @param meaning what it does and to what, for those who do not see it, for example “Download Winter safety plan”
     */
    public static QuietButton icon(Icon icon, String meaning, Runnable action) {
        QuietButton button = new QuietButton("", icon, action);
        button.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        button.getElement().getThemeList().add("icon");
        button.setAriaLabel(meaning);
        button.setTooltipText(meaning);
        return button;
    }
}
