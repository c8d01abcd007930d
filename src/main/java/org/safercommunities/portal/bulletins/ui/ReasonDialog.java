package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.safercommunities.portal.notifications.Suppressions;
import org.safercommunities.portal.shared.InvalidInput;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks for the reason of a decision, which stays in the audit trail. */
final class ReasonDialog extends Dialog {

    private final TextArea reason = new TextArea("Reason");
    private final Consumer<String> action;

    /** @param action gets the reason; what it refuses is said at the field */
    ReasonDialog(String question, String consequence, String yes, Consumer<String> action) {
        this.action = action;
        reason.setMaxLength(Suppressions.LONGEST_REASON);
        reason.setHelperText("It stays in the audit trail: name nobody");
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        Div content = new Div(
                new H2(question),
                new Paragraph(consequence),
                reason,
                new Buttons(new PrimaryButton(yes, this::act), new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        setCloseOnOutsideClick(false);
        getElement().setAttribute("aria-label", question);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                reason.focus();
            }
        });
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
