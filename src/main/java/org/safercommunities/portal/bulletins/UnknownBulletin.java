package org.safercommunities.portal.bulletins;

import java.util.UUID;

/** There is no such bulletin, or it is not this person’s to read. Nobody can tell which. */
public class UnknownBulletin extends RuntimeException {

    public UnknownBulletin(UUID id) {
        super("There is no bulletin with the id %s".formatted(id));
    }
}
