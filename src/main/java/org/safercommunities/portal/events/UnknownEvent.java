package org.safercommunities.portal.events;

import java.util.UUID;

/** There is no such event, booking or place, or it is not this person’s to see. Nobody can tell which. */
public class UnknownEvent extends RuntimeException {

    public UnknownEvent(UUID id) {
        super("There is nothing with the id %s".formatted(id));
    }
}
