package org.safercommunities.portal.shared.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.safercommunities.portal.shared.InvalidInput;

/** Asks for the reason of a decision. */
public final class ReasonDialog extends Dialog {

    private final TextArea reason = new TextArea("Reason");
    private final Div words;
    private final Consumer<String> action;

    /**
     * @param helper who reads the reason
     * @param longest characters of a reason
     * @param action gets the reason; what it refuses is said at the field
     */
    public ReasonDialog(String question, String helper, int longest, String yes, Consumer<String> action) {
        this.action = action;
        reason.setMaxLength(longest);
        reason.setHelperText(helper);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        words = new Div(
                new H2(question),
                reason,
                new Buttons(new PrimaryButton(yes, this::act), new SecondaryButton("Go back", this::close)));
        words.addClassName("sc-question");
        add(words);
        // A click beside it would lose what was typed
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", question);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                reason.focus();
            }
        });
    }

    /** What follows from the decision, said before the reason is asked for. */
    public ReasonDialog consequence(String said) {
        words.addComponentAtIndex(1, new Paragraph(said));
        return this;
    }

    private void act() {
        reason.setInvalid(false);
        try {
            action.accept(reason.getValue());
            close();
        } catch (InvalidInput refused) {
            reason.setErrorMessage(refused.getMessage());
            reason.setInvalid(true);
            reason.focus();
        }
    }
}
