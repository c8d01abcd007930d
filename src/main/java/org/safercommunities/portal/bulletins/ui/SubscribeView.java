package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriberEntry;
import org.safercommunities.portal.bulletins.Subscribing;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.Callout;
import org.safercommunities.portal.shared.ui.ErrorSummary;
import org.safercommunities.portal.shared.ui.ErrorSummary.Fault;
import org.safercommunities.portal.shared.ui.FormColumn;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.PublicLayout;

/** Where somebody without an account asks for bulletins. Open to everybody; tells nobody who gets them already. */
@Route(value = "subscribe", layout = PublicLayout.class)
@PageTitle("Subscribe")
@AnonymousAllowed
class SubscribeView extends Div {

    private final Subscribing subscribing;
    private final Contact contact;
    private final EmailField email = new EmailField("Work email address");
    private final TextField name = new TextField("Your name");
    private final SubscriptionFields fields;
    private final ErrorSummary errors = new ErrorSummary();

    SubscribeView(Subscribing subscribing, OwnSubscription subscription, Contact contact) {
        this.subscribing = subscribing;
        this.contact = contact;
        fields = new SubscriptionFields("Send me", subscription.topics());
        fields.show(SubscriptionChoice.everything());
        email.setHelperText("We send a link to this address, by which you confirm");
        email.setAutocomplete(Autocomplete.EMAIL);
        email.setManualValidation(true);
        name.setHelperText("As we may greet you. You can leave it empty");
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(160);
        add(
                new PageHeader("Subscribe")
                        .lead(
                                "News for everybody who works to keep Kent and Medway safer: guidance, events, campaigns and"
                                        + " what partners have learnt. By mail, without an account."),
                errors,
                new FormColumn(
                        Callout.info("Have you an account?", "Then choose what you get on your own page.")
                                .more(new Buttons(LinkButton.secondary("account", "Sign in and choose")
                                        .outside())),
                        email,
                        name,
                        fields,
                        privacy(),
                        new Buttons(new PrimaryButton("Subscribe", this::ask))));
    }

    private void ask() {
        List<Fault> faults = new ArrayList<>();
        if (fields.choice().kinds().isEmpty()) {
            faults.add(Fault.atChoices("Tick what we may send you", fields.kinds()));
        } else if (fields.isUndecided()) {
            faults.add(Fault.atChoices("Tick at least one topic, or choose “Every topic”", fields.topics()));
        }
        try {
            SubscriberEntry entry = new SubscriberEntry(email.getValue(), name.getValue());
            if (faults.isEmpty()) {
                subscribing.ask(
                        entry, fields.choice(), VaadinRequest.getCurrent().getRemoteAddr());
                thank(entry.email());
                return;
            }
        } catch (InvalidBulletin refused) {
            faults.addFirst(new Fault(refused.getMessage(), refused.field().equals("name") ? name : email));
        }
        errors.show(faults);
    }

    private void thank(String address) {
        removeAll();
        PageHeader header = new PageHeader("Almost done: check your email")
                .lead("We have sent a mail to %s. Nothing is sent to you until you confirm by the link in it."
                        .formatted(address));
        header.getElement().setAttribute("tabindex", "-1");
        add(
                header,
                new Prose()
                        .text(
                                "The link works for seven days. No mail within ten minutes? Look into the spam folder and check"
                                        + " the address above, or write to ",
                                new Anchor(contact.mailto("Bulletins"), contact.email()),
                                "."));
        header.getElement().executeJs("this.focus()");
    }

    private static Prose privacy() {
        return new Prose()
                .text(
                        "We use your address to send what you tick, and nothing else. Each mail has a link to stop. More in the ",
                        new Anchor("privacy", "privacy notice"),
                        ".");
    }
}
