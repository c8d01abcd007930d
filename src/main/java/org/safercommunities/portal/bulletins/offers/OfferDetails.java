package org.safercommunities.portal.bulletins.offers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.BulletinState;

/**
 * An item as its agency and the team see it.
 *
 * @param agency slug of whose it is
 * @param agencyName to whom it is credited
 * @param content what the agency wrote
 * @param edited what the team made of it before it was taken in; null when nothing
 * @param now what readers would read: in the bulletin, or as edited, or as offered
 * @param wished for which bulletin it is meant; null for the next one
 * @param bulletin in which it stands or went out; null in none
 * @param version to be named by whoever changes it
 * @param reason why it was declined
 */
public record OfferDetails(
        UUID id,
        String agency,
        String agencyName,
        OfferState state,
        OfferContent content,
        @Nullable OfferContent edited,
        Wording now,
        @Nullable Wish wished,
        @Nullable Place bulletin,
        int version,
        UUID createdBy,
        Instant changedAt,
        @Nullable UUID offeredBy,
        @Nullable Instant offeredAt,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** @param until null when its deadline was taken away */
    public record Wish(
            UUID bulletin, String title, @Nullable Instant until) {}

    /** @param sentAt null while it is written */
    public record Place(
            UUID bulletin,
            String title,
            BulletinState state,
            @Nullable Instant sentAt) {}

    /** Whether the team says something else than the agency wrote. */
    public boolean changedByTeam() {
        return !now.equals(content.wording());
    }

    /** Whether the team sees it. */
    public boolean isOffered() {
        return state != OfferState.DRAFT;
    }

    /** What the team would take in, or has. */
    public OfferContent latest() {
        return edited == null ? content : edited;
    }
}
