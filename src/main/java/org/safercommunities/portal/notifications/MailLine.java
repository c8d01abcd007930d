package org.safercommunities.portal.notifications;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as administrators see it: what became of it, never what it says.
 *
 * @param attempts how often it was handed to the server
 * @param doubtful it was sent once more although it may have arrived before
 * @param answer what the server said last, or what became of the connection
 * @param due when it is tried again, or sent again when it stays in doubt; without meaning for the other states
 * @param settled when its state was last decided
 */
public record MailLine(
        UUID id,
        String toAddress,
        String kind,
        MailState state,
        boolean bulk,
        int attempts,
        boolean doubtful,
        @Nullable String answer,
        Instant created,
        Instant due,
        @Nullable Instant settled) {

    /** Why it was sent, in words; its subject would say what it is about, which may not be for administrators. */
    public String why() {
        String words = kind.replaceFirst("^(\\w+)-\\1-", "$1-").replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
