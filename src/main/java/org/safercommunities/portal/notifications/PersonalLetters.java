package org.safercommunities.portal.notifications;

import org.safercommunities.portal.agencies.PersonSummary;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends letters to people of the portal by their name; to somebody without an address that can get mail, none. */
@Component
public class PersonalLetters {

    private final Outbox outbox;
    private final MailTemplate template;

    PersonalLetters(Outbox outbox, MailTemplate template) {
        this.outbox = outbox;
        this.template = template;
    }

    /**
     * Puts it into the post with the caller's transaction.
     *
     * @param kind what it is about, for example {@code account-questioned}: staff look mails up by it
     * @param reference which thing it is about, as {@code kind:id}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Letter letter, PersonSummary to, String kind, String reference) {
        if (Mail.isAddress(to.email())) {
            outbox.send(template.fill(letter, to.email(), to.name(), kind, reference));
        }
    }
}
