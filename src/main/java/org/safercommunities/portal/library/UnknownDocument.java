package org.safercommunities.portal.library;

import java.util.UUID;

/** There is no such document for this person: it does not exist, or is not theirs to see. Which of the two is not said. */
public class UnknownDocument extends RuntimeException {

    public UnknownDocument(UUID id) {
        super("No document %s for this person".formatted(id));
    }
}
