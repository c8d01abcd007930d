package org.safercommunities.portal.notifications;

import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Gives a {@link Letter} the look of the portal's mail, and its twin in plain text. */
@Component
public class MailTemplate {

    private final String portal;

    /** @param portal address of the portal as people reach it */
    MailTemplate(@Value("${portal.url}") String portal) {
        this.portal = PortalAddress.withSlash(portal);
    }

    /**
     * A mail to one person about their own affairs.
     *
     * @param kind why it is sent, as a slug
     * @param reference what it is about, as {@code type:id}, or null
     */
    public Mail fill(Letter letter, String address, String name, String kind, @Nullable String reference) {
        return Mail.personal(address, name, letter.title(), html(letter), text(letter), kind, reference);
    }

    String html(Letter letter) {
        return LetterAsHtml.of(letter, portal);
    }

    String text(Letter letter) {
        return LetterAsText.of(letter, portal);
    }
}
