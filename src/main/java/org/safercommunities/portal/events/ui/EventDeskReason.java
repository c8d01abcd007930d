package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.safercommunities.portal.events.BookingClosed;
import org.safercommunities.portal.events.InvalidEvent;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.DangerButton;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Asks for the reason of a decision, which stays with the place and stands in the person's mail. */
final class EventDeskReason {

    private EventDeskReason() {}

    /** @param action gets the reason; what it refuses is said at the field */
    static void ask(String question, String consequence, String yes, boolean danger, Consumer<String> action) {
        TextArea reason = new TextArea("Reason");
        reason.setMaxLength(danger && yes.startsWith("Cancel") ? 1000 : 500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        Dialog dialog = new Dialog();
        Runnable act = () -> {
            reason.setInvalid(false);
            try {
                action.accept(reason.getValue());
                dialog.close();
            } catch (InvalidEvent | BookingClosed refused) {
                reason.setErrorMessage(refused.getMessage());
                reason.setInvalid(true);
                reason.focus();
            }
        };
        Component answer = danger ? new DangerButton(yes, act).filled() : new PrimaryButton(yes, act);
        Div content = new Div(
                new H2(question),
                new Paragraph(consequence),
                reason,
                new Buttons(answer, new SecondaryButton("Go back", dialog::close)));
        content.addClassName("sc-question");
        dialog.add(content);
        dialog.setCloseOnOutsideClick(false);
        dialog.getElement().setAttribute("aria-label", question);
        dialog.open();
        reason.focus();
    }
}
