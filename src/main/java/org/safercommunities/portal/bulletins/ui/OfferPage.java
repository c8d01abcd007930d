package org.safercommunities.portal.bulletins.ui;

import java.util.UUID;

/** Where items and their pictures are to be seen. */
final class OfferPage {

    static final String LIST = "bulletins/offers";
    static final String NEW = "bulletins/offer";
    static final String PICTURES = "files/bulletin-offers/pictures/";

    private OfferPage() {}

    static String of(UUID offer) {
        return LIST + "/" + offer;
    }
}
