package org.safercommunities.portal.bulletins;

import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.notifications.DeliveryCounts;
import org.safercommunities.portal.notifications.MailBatches;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a bulletin’s mails, and how editors stop them on the way. */
@Service
public class BulletinDelivery {

    private static final DeliveryCounts NOTHING_YET = new DeliveryCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final BulletinRecords bulletins;
    private final MailBatches batches;
    private final ApplicationEventPublisher messages;

    BulletinDelivery(BulletinRecords bulletins, MailBatches batches, ApplicationEventPublisher messages) {
        this.bulletins = bulletins;
        this.batches = batches;
        this.messages = messages;
    }

    /** What became of each recipient’s mail; nothing but noughts before its readers are settled. */
    @Transactional(readOnly = true)
    public DeliveryCounts counts(UUID id, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        UUID batch = bulletins
                .findById(id)
                .orElseThrow(() -> new UnknownBulletin(id))
                .batchId();
        return batch == null ? NOTHING_YET : batches.counts(batch);
    }

    /** Within a second nothing more goes out. */
    @Transactional
    public void pause(UUID id, Reader by) {
        Bulletin bulletin = step(id, BulletinState.PAUSED, "Only a sending that is under way is paused", by);
        batches.pause(batch(bulletin));
        done(bulletin, "paused", by);
    }

    @Transactional
    public void resume(UUID id, Reader by) {
        Bulletin bulletin = held(id, by);
        InvalidBulletin.unless(bulletin.state() == BulletinState.PAUSED, "bulletin", "Only a paused sending goes on");
        bulletin.become(BulletinState.SENDING);
        batches.resume(batch(bulletin));
        done(bulletin, "resumed", by);
    }

    /** For good: who has not had theirs gets none. */
    @Transactional
    public void stop(UUID id, Reader by) {
        Bulletin bulletin =
                step(id, BulletinState.STOPPED, "Only a sending that is under way or paused is stopped", by);
        batches.stop(batch(bulletin));
        done(bulletin, "stopped", by);
    }

    /** Sends those in doubt once more, with the same Message-ID; somebody may get theirs twice. */
    @Transactional
    public int resendUncertain(UUID id, Reader by) {
        Bulletin bulletin = held(id, by);
        InvalidBulletin.unless(bulletin.batchId() != null, "bulletin", "It has not been sent");
        int again = batches.resendUncertain(batch(bulletin));
        messages.publishEvent(
                new BulletinMessage(id, "doubts-sent", Map.of("readers", String.valueOf(again)), by.actor()));
        return again;
    }

    private Bulletin step(UUID id, BulletinState next, String otherwise, Reader by) {
        Bulletin bulletin = held(id, by);
        InvalidBulletin.unless(bulletin.state().mayBecome(next), "bulletin", otherwise);
        bulletin.become(next);
        return bulletin;
    }

    private Bulletin held(UUID id, Reader by) {
        WhoRunsBulletins.unlessStaff(by);
        return bulletins.hold(id).orElseThrow(() -> new UnknownBulletin(id));
    }

    private static UUID batch(Bulletin bulletin) {
        return java.util.Objects.requireNonNull(bulletin.batchId(), "what is on its way has a batch");
    }

    private void done(Bulletin bulletin, String what, Reader by) {
        bulletins.saveAndFlush(bulletin);
        messages.publishEvent(new BulletinMessage(bulletin.id(), what, Map.of(), by.actor()));
    }
}
