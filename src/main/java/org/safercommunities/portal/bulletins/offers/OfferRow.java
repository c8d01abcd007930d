package org.safercommunities.portal.bulletins.offers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item as it is held while something is done to it. */
record OfferRow(
        UUID id,
        String agency,
        OfferState state,
        OfferContent content,
        @Nullable OfferContent edited,
        @Nullable UUID wished,
        @Nullable UUID bulletin,
        int version) {

    /** What the team would take in. */
    OfferContent latest() {
        return edited == null ? content : edited;
    }
}
