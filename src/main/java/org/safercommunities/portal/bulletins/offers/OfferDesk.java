package org.safercommunities.portal.bulletins.offers;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.ChangedMeanwhile;
import org.safercommunities.portal.bulletins.UnknownBulletin;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The team’s side of offered items: edits them, takes them into a bulletin, or declines them and says why. */
@Service
@NamedInterface("offers")
public class OfferDesk {

    /** Characters of the reason why one is declined. */
    public static final int LONGEST_REASON = 1_000;

    /** How often somebody who writes in the same bulletin at the same moment may be quicker. */
    private static final int TRIES = 5;

    private final OfferTable rows;
    private final Bulletins bulletins;
    private final BulletinWriting writing;
    private final Agencies agencies;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;

    OfferDesk(
            OfferTable rows,
            Bulletins bulletins,
            BulletinWriting writing,
            Agencies agencies,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.bulletins = bulletins;
        this.writing = writing;
        this.agencies = agencies;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Says an item anew before it is taken in; what the agency wrote stays beside it, and the agency sees both. */
    @Transactional
    public void edit(UUID id, int version, OfferContent content, Reader by) {
        OfferRow row = waiting(id, by);
        if (row.version() != version) {
            throw new OfferChangedMeanwhile(row.version());
        }
        OfferFault.unless(
                content.picture() == null
                        || content.picture().equals(row.content().picture()),
                "picture",
                "Leave the agency’s picture, or leave it out. Others are put in in the bulletin");
        content.unlessComplete();
        if (content.equals(row.latest())) {
            return;
        }
        rows.edit(id, content);
        rows.step(id, "edited", by.personId(), null, content);
        tell(row, "edited", Map.of("agency", row.agency()), by);
    }

    /** Puts it at the end of a bulletin, with the agency’s name; what is done to it there is done by writing the bulletin. */
    public void takeIn(UUID id, UUID bulletin, Reader by) {
        WhoSeesOffer.unlessTeam(by);
        for (int tries = 1; ; tries++) {
            BulletinDetails now = bulletins.find(bulletin, by).orElseThrow(() -> new UnknownBulletin(bulletin));
            OfferFault.unless(!now.template(), "bulletin", "This is a template. Take it into a bulletin made of it");
            try {
                transaction.executeWithoutResult(status -> putIn(id, now, by));
                return;
            } catch (ChangedMeanwhile quicker) {
                if (tries == TRIES) {
                    throw quicker;
                }
            }
        }
    }

    /** The bulletin is held before its items, as with every save of it; whether the item still waited shows afterwards. */
    private void putIn(UUID id, BulletinDetails bulletin, Reader by) {
        OfferRow row = rows.see(id, by).orElseThrow(() -> new UnknownOffer(id));
        unlessNotWaiting(row);
        Blocks with = bulletin.plan().blocks();
        for (Block block : blocks(row)) {
            with = with.with(block);
        }
        writing.save(bulletin.id(), bulletin.edition(), bulletin.plan().saying(with), by);
        OfferRow now = rows.see(id, by).orElseThrow(() -> new UnknownOffer(id));
        OfferFault.unless(bulletin.id().equals(now.bulletin()), "state", "The agency does not offer it any more");
    }

    /** The blocks of one that still waits, for the editor who puts them into a bulletin by hand; none when it waits no more. */
    @Transactional
    public List<Block> blocks(UUID id, Reader by) {
        WhoSeesOffer.unlessTeam(by);
        return rows.holdWaiting(List.of(id)).stream()
                .flatMap(row -> blocks(row).stream())
                .toList();
    }

    private List<Block> blocks(OfferRow row) {
        String agency = agencies.nameOf(row.agency());
        return row.latest().blocks(row.id(), agency);
    }

    /** @param reason what the agency is told, in words */
    @Transactional
    public void decline(UUID id, String reason, Reader by) {
        OfferRow row = waiting(id, by);
        String said = reason.strip();
        OfferFault.unless(!said.isEmpty(), "reason", "Say why, so that the agency knows what to do next time");
        OfferFault.unless(
                said.length() <= LONGEST_REASON,
                "reason",
                "Shorten the reason to %,d characters".formatted(LONGEST_REASON));
        rows.become(id, OfferState.DECLINED, null, said, by.personId());
        rows.step(id, "declined", by.personId(), said, null);
        tell(row, "declined", Map.of("words", said), by);
    }

    private OfferRow waiting(UUID id, Reader by) {
        OfferRow row = rows.hold(id, by).orElseThrow(() -> new UnknownOffer(id));
        WhoSeesOffer.unlessTeam(by);
        unlessNotWaiting(row);
        return row;
    }

    private static void unlessNotWaiting(OfferRow row) {
        OfferFault.unless(
                row.state() == OfferState.OFFERED,
                "state",
                switch (row.state()) {
                    case TAKEN_IN -> "It stands in a bulletin already. Change it there, or take it out there";
                    case PUBLISHED -> "It has gone out";
                    default -> "The agency does not offer it any more";
                });
    }

    private void tell(OfferRow row, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new OfferMessage(row.id(), what, details, by.actor()));
    }
}
