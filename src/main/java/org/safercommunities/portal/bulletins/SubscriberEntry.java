package org.safercommunities.portal.bulletins;

import java.util.Locale;
import org.safercommunities.portal.notifications.Mail;

/**
 * An address and a name, as somebody typed them, tidied.
 *
 * @param name may be empty
 */
public record SubscriberEntry(String email, String name) {

    private static final int LONGEST_NAME = 160;

    /** @throws InvalidBulletin at {@code email} or {@code name}; the message says what to do */
    public SubscriberEntry {
        email = email.strip().toLowerCase(Locale.ROOT);
        if (!Mail.isAddress(email)) {
            throw new InvalidBulletin(
                    "email",
                    email.lines().count() > 1
                            ? "Enter one email address like name@example.org, without a line break in it"
                            : "Enter an email address like name@example.org");
        }
        name = name.replaceAll("[\\p{Cf}\\p{Co}&&[^\\u200c\\u200d]]", "")
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
        if (name.length() > LONGEST_NAME) {
            throw new InvalidBulletin("name", "Shorten the name to at most 160 characters");
        }
    }

    public String domain() {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
