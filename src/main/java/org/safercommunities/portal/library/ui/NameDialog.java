package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.safercommunities.portal.shared.InvalidInput;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks what a saved search is to be called. */
final class NameDialog extends Dialog {

    private static final int LONGEST = 120;

    private final TextField name = new TextField("Name");
    private final Consumer<String> action;

    /** @param action gets the name; what it refuses is said at the field */
    NameDialog(String question, String words, String present, Consumer<String> action) {
        this.action = action;
        name.setMaxLength(LONGEST);
        name.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setValue(present.length() > LONGEST ? present.substring(0, LONGEST) : present);
        name.addKeyPressListener(Key.ENTER, pressed -> act());
        Div content = new Div(
                new H2(question),
                new Paragraph(words),
                name,
                new Buttons(new PrimaryButton("Save", this::act), new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        getElement().setAttribute("aria-label", question);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                name.focus();
            }
        });
    }

    private void act() {
        name.setInvalid(false);
        try {
            action.accept(name.getValue());
            close();
        } catch (InvalidInput refused) {
            name.setErrorMessage(refused.getMessage());
            name.setInvalid(true);
            name.focus();
        }
    }
}
