package org.safercommunities.portal.bulletins.offers;

import org.safercommunities.portal.bulletins.InvalidBulletin;

/** Refuses what cannot be done to an item as it stands. */
final class OfferFault {

    private OfferFault() {}

    /** @throws InvalidBulletin at that field, unless all is well */
    static void unless(boolean fine, String field, String message) {
        if (!fine) {
            throw new InvalidBulletin(field, message);
        }
    }
}
