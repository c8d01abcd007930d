package org.safercommunities.portal.bulletins.offers;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.BulletinMessage;
import org.safercommunities.portal.bulletins.BulletinPictures;
import org.safercommunities.portal.bulletins.BulletinSaved;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps items as the bulletins have them, in the same transaction: whichever way an item’s text came into a bulletin, it is taken in,
 * and whichever way it went, it waits again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OffersInBulletins {

    private final OfferTable rows;
    private final BulletinPictures pictures;
    private final ApplicationEventPublisher messages;

    OffersInBulletins(OfferTable rows, BulletinPictures pictures, ApplicationEventPublisher messages) {
        this.rows = rows;
        this.pictures = pictures;
        this.messages = messages;
    }

    @EventListener
    void on(BulletinSaved saved) {
        Set<UUID> fresh = saved.template() ? new HashSet<>() : OfferBlocks.in(saved.blocks());
        for (OfferRow held : rows.holdTakenInto(saved.bulletin())) {
            if (!fresh.remove(held.id())) {
                takenOut(held, saved.bulletin(), saved.by().actor());
            }
        }
        for (OfferRow waiting : rows.holdWaiting(fresh)) {
            takenIn(waiting, saved.bulletin(), saved.by().personId(), saved.by().actor());
        }
    }

    @EventListener
    void on(BulletinMessage message) {
        switch (message.what()) {
            case "discarded" ->
                rows.holdTakenInto(message.bulletin())
                        .forEach(held -> takenOut(held, message.bulletin(), message.actor()));
            case "going-out" ->
                rows.holdTakenInto(message.bulletin()).forEach(held -> published(held, message.bulletin()));
            default -> {}
        }
    }

    private void takenIn(OfferRow offer, UUID bulletin, UUID by, @Nullable UUID actor) {
        rows.become(offer.id(), OfferState.TAKEN_IN, bulletin, null, by);
        rows.step(offer.id(), "taken-in", by, null, offer.latest());
        // From now on it may stand in a mail, where nobody signs in
        handOut(offer, true);
        tell(offer, "taken-in", bulletin, actor);
    }

    private void takenOut(OfferRow offer, UUID bulletin, @Nullable UUID actor) {
        rows.become(offer.id(), OfferState.OFFERED, null, null, actor);
        rows.step(offer.id(), "taken-out", actor, null, null);
        handOut(offer, false);
        tell(offer, "taken-out", bulletin, actor);
    }

    private void published(OfferRow offer, UUID bulletin) {
        rows.become(offer.id(), OfferState.PUBLISHED, bulletin, null, null);
        rows.step(offer.id(), "published", null, null, null);
        tell(offer, "published", bulletin, null);
    }

    private void handOut(OfferRow offer, boolean open) {
        UUID picture = offer.latest().picture();
        if (picture != null) {
            pictures.handOut(picture, open);
        }
    }

    private void tell(OfferRow offer, String what, UUID bulletin, @Nullable UUID actor) {
        messages.publishEvent(new OfferMessage(offer.id(), what, Map.of("bulletin", bulletin.toString()), actor));
    }
}
