package org.safercommunities.portal.bulletins.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.offers.OfferContent;
import org.safercommunities.portal.bulletins.offers.OfferDetails;
import org.safercommunities.portal.bulletins.offers.OfferState;
import org.safercommunities.portal.bulletins.offers.Wording;

/**
 * An item as the API shows it.
 *
 * @param content what the agency wrote
 * @param edited what the team made of it, before it stands in a bulletin
 * @param now what readers would read: compare its title and words with those of the content
 * @param reason why it was declined
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferJson(
        UUID id,
        String agency,
        OfferState state,
        OfferContent content,
        @Nullable OfferContent edited,
        Wording now,
        boolean changedByTeam,
        @Nullable Bulletin wished,
        @Nullable Bulletin bulletin,
        int version,
        @Nullable OffsetDateTime offered,
        @Nullable OffsetDateTime decided,
        @Nullable String reason) {

    /**
     * @param until deadline for items
     * @param sent when it went out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Bulletin(
            UUID id,
            String title,
            @Nullable OffsetDateTime until,
            @Nullable OffsetDateTime sent) {}

    static OfferJson of(OfferDetails offer) {
        OfferDetails.Wish wish = offer.wished();
        OfferDetails.Place place = offer.bulletin();
        return new OfferJson(
                offer.id(),
                offer.agency(),
                offer.state(),
                offer.content(),
                offer.edited(),
                offer.now(),
                offer.changedByTeam(),
                wish == null
                        ? null
                        : new Bulletin(wish.bulletin(), wish.title(), BulletinJson.time(wish.until()), null),
                place == null
                        ? null
                        : new Bulletin(place.bulletin(), place.title(), null, BulletinJson.time(place.sentAt())),
                offer.version(),
                BulletinJson.time(offer.offeredAt()),
                BulletinJson.time(offer.decidedAt()),
                offer.reason());
    }
}
