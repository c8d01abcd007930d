package org.safercommunities.portal.devtime;

import java.io.Serial;

/** Something that the person at the keyboard can put right; the message says how. */
final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
