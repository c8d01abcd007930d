package org.safercommunities.portal.library.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.contributions.ContributionChangedMeanwhile;
import org.safercommunities.portal.library.contributions.ContributionDesk;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.SecondaryButton;

/** Why an offered document is declined, in words that its author reads. */
final class DeclineOfferDialog extends Dialog {

    private final TextArea reason = new TextArea("Reason");

    DeclineOfferDialog(Consumer<String> decline) {
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(ContributionDesk.LONGEST_REASON);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setHelperText("Its author reads it as it stands here, by mail and on the page.");
        Div content = new Div(
                new H2("Decline the document?"),
                reason,
                new Buttons(
                        new PrimaryButton("Decline", () -> attempt(decline)),
                        new SecondaryButton("Go back", this::close)));
        content.addClassName("sc-question");
        add(content);
        getElement().setAttribute("aria-label", "Decline the document");
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                reason.focus();
            }
        });
    }

    private void attempt(Consumer<String> decline) {
        reason.setInvalid(false);
        try {
            decline.accept(reason.getValue());
            close();
        } catch (InvalidDocument refused) {
            reason.setErrorMessage(refused.getMessage());
            reason.setInvalid(true);
            reason.focus();
        } catch (ContributionChangedMeanwhile other) {
            close();
            Notices.on(UI.getCurrent()).bad(other.getMessage() + ".");
        }
    }
}
