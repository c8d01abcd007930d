package org.safercommunities.portal.events.scan;

import java.util.Locale;

/**
 * Something that has left the portal.
 *
 * @param who whom it has reached
 * @param exit which way, for example {@code GET /api/v1/events}
 * @param about which event was asked for; empty where that is all of them
 * @param text every word of it, decoded and in small letters
 */
record Leaf(String who, String exit, String about, String text) {

    Leaf {
        // Calendar files go on after a line break and a space
        text = text.replaceAll("\\r?\\n[ \\t]", "").toLowerCase(Locale.ROOT);
    }

    boolean holds(String secret) {
        return text.contains(secret.toLowerCase(Locale.ROOT));
    }

    String way() {
        return "%s: %s %s".formatted(who, exit, about).strip();
    }
}
