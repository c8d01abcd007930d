package org.safercommunities.portal.bulletins;

import org.safercommunities.portal.notifications.Letter;
import org.safercommunities.portal.notifications.MailTemplate;
import org.safercommunities.portal.notifications.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails that answer whoever asked for bulletins. Nothing that was typed is repeated: the address may be somebody else’s. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SubscriptionLetters {

    private static final String ASKED =
            "You get this because somebody asked for bulletins of the Kent Community Safety Team with your address.";

    private final Outbox outbox;
    private final MailTemplate template;

    SubscriptionLetters(Outbox outbox, MailTemplate template) {
        this.outbox = outbox;
        this.template = template;
    }

    @EventListener
    void on(SubscriptionAsked.ByStranger asked) {
        Letter letter = Letter.titled("Please confirm: bulletins from Safer Communities", ASKED)
                .say("Somebody, we think you, asked us to send the %s to this address."
                        .formatted(asked.choice().inWords()))
                .say("Confirm it on the page behind this button. The link works for seven days.")
                .button("Confirm", "subscribe/confirm/" + asked.link())
                .say(
                        "If it was not you, you need not do anything: without your confirmation we send nothing, and forget"
                                + " the address after seven days.");
        outbox.send(template.fill(letter, asked.email(), "", "subscription-asked", null));
    }

    @EventListener
    void on(SubscriptionAsked.ByMember asked) {
        Letter letter = Letter.titled("Choose your bulletins in your account", ASKED)
                .dear(asked.name())
                .say(
                        "you have an account in the Safer Communities Portal, so there is nothing to confirm: sign in and choose"
                                + " there which bulletins you get, and about what. Nothing has changed until you do.")
                .button("Choose bulletins", "account");
        outbox.send(template.fill(letter, asked.email(), asked.name(), "subscription-by-member", null));
    }
}
