package org.safercommunities.portal.bulletins.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.safercommunities.portal.bulletins.Subscribing;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.shared.Contact;
import org.safercommunities.portal.shared.ui.Buttons;
import org.safercommunities.portal.shared.ui.LinkButton;
import org.safercommunities.portal.shared.ui.PageHeader;
import org.safercommunities.portal.shared.ui.PrimaryButton;
import org.safercommunities.portal.shared.ui.Prose;
import org.safercommunities.portal.shared.ui.PublicLayout;

/**
 * Where the link in a mail leads that asks to confirm. Opening it changes nothing, for programs that look at links before people do
 * open it too; the button does. It looks the same whatever the link is.
 */
@Route(value = "subscribe/confirm/:token", layout = PublicLayout.class)
@PageTitle("Confirm your subscription")
@AnonymousAllowed
class ConfirmSubscriptionView extends Div implements BeforeEnterObserver {

    private final Subscribing subscribing;
    private final Contact contact;
    private String link = "";

    ConfirmSubscriptionView(Subscribing subscribing, Contact contact) {
        this.subscribing = subscribing;
        this.contact = contact;
        add(
                new PageHeader("Confirm your subscription")
                        .lead(
                                "One press, and bulletins of the Kent Community Safety Team come to the address that our mail"
                                        + " was sent to."),
                new Buttons(new PrimaryButton("Confirm", this::confirm)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getRouteParameters().get("token").orElse("");
    }

    private void confirm() {
        removeAll();
        subscribing.confirm(link).ifPresentOrElse(this::thank, this::tooLate);
    }

    private void thank(SubscriptionChoice choice) {
        show(new PageHeader("Thank you: you are subscribed")
                .lead("From now on you get the %s. Each mail has a link to choose less, or to stop."
                        .formatted(choice.inWords())));
    }

    private void tooLate() {
        show(new PageHeader("This link works no more")
                .lead(
                        "It has been used, or is older than seven days. If you get our bulletins already, there is nothing to"
                                + " do."));
        add(
                new Prose()
                        .text(
                                "Otherwise ask once more, and we send you a new link. Does that not help? Write to ",
                                new Anchor(contact.mailto("Bulletins"), contact.email()),
                                "."),
                new Buttons(LinkButton.secondary("subscribe", "Subscribe")));
    }

    private void show(PageHeader header) {
        header.getElement().setAttribute("tabindex", "-1");
        add(header);
        header.getElement().executeJs("this.focus()");
    }
}
