package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Why an item is declined, in words that its agency reads. */
final class DeclineDialog extends Dialog {

    private final TextArea reason = new TextArea("Reason");

    DeclineDialog(Consumer<String> decline) {
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(1_000);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setHelperText("The agency reads it as it stands here");
        Div content = new Div(
                new H2("Decline the item?"),
                reason,
                new Buttons(
                        new PrimaryButton("Decline", () -> attempt(decline)),
                        new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        getElement().setAttribute("aria-label", "Decline the item");
        addOpenedChangeListener(opened -> reason.focus());
    }

    private void attempt(Consumer<String> decline) {
        try {
            decline.accept(reason.getValue());
            close();
        } catch (InvalidBulletin refused) {
            reason.setErrorMessage(refused.getMessage());
            reason.setInvalid(true);
            reason.focus();
        }
    }
}
