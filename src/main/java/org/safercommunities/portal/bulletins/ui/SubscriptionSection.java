package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.shared.ui.AccountSection;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Notices;
import org.safercommunities.portal.shared.ui.SecondaryButton;
import org.safercommunities.portal.shared.ui.Sheet;

/** Which bulletins somebody gets, on their own page. */
@org.springframework.stereotype.Component
class SubscriptionSection implements AccountSection {

    private final OwnSubscription subscription;
    private final CurrentReader currentReader;

    SubscriptionSection(OwnSubscription subscription, CurrentReader currentReader) {
        this.subscription = subscription;
        this.currentReader = currentReader;
    }

    @Override
    public Component create() {
        SubscriptionFields fields = new SubscriptionFields("Send me", subscription.topics());
        fields.show(subscription.of(currentReader.get()));
        Paragraph how = new Paragraph(
                "Tick what you want by mail. You get nothing that you have not ticked, and each mail has a link to stop.");
        how.addClassName("sc-note");
        Sheet sheet = Sheet.titled(
                "Bulletins by mail", how, fields, new Buttons(new SecondaryButton("Save choice", () -> save(fields))));
        sheet.setId("bulletins");
        return sheet;
    }

    private void save(SubscriptionFields fields) {
        boolean undecided = fields.isUndecided() && !fields.choice().kinds().isEmpty();
        fields.topics().setErrorMessage("Tick at least one topic, or choose “Every topic”");
        fields.topics().setInvalid(undecided);
        if (undecided) {
            fields.topics().getElement().executeJs("this.querySelector('vaadin-checkbox')?.focus()");
            return;
        }
        SubscriptionChoice choice = fields.choice();
        subscription.choose(choice, currentReader.get());
        Notices.on(UI.getCurrent())
                .good(
                        choice.kinds().isEmpty()
                                ? "Saved. You get no bulletins."
                                : "Saved. You get the %s.".formatted(choice.inWords()));
    }
}
