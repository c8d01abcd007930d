package org.safercommunities.portal.library.contributions;

import java.util.UUID;

/** There is no such offered document, or it is not this person’s to see. Nobody can tell which. */
public class UnknownContribution extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownContribution(UUID id) {
        super("There is no offered document with the id %s".formatted(id));
    }
}
