package org.safercommunities.portal.bulletins.offers;

import java.util.UUID;

/** There is no such item, or it is not this person’s to see. Nobody can tell which. */
public class UnknownOffer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownOffer(UUID id) {
        super("There is no offered item with the id %s".formatted(id));
    }
}
