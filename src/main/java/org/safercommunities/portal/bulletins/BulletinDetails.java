package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin as its editors see it.
 *
 * @param edition rises with each change of what it says; to be named by whoever saves, approves or sends it
 * @param sendAt when it goes out by itself; null unless it is scheduled or was
 * @param sentAt when its readers were settled
 * @param corrects the bulletin that this one puts right
 */
public record BulletinDetails(
        UUID id,
        BulletinPlan plan,
        boolean template,
        BulletinState state,
        int edition,
        UUID createdBy,
        UUID lastEditor,
        Instant changedAt,
        @Nullable UUID submittedBy,
        @Nullable UUID approvedBy,
        @Nullable Instant sendAt,
        @Nullable Instant sentAt,
        @Nullable UUID batch,
        @Nullable UUID corrects) {

    static BulletinDetails of(Bulletin bulletin) {
        return new BulletinDetails(
                bulletin.id(),
                bulletin.plan(),
                bulletin.isTemplate(),
                bulletin.state(),
                bulletin.edition(),
                bulletin.createdBy(),
                bulletin.lastEditor(),
                bulletin.changedAt(),
                bulletin.submittedBy(),
                bulletin.approvedBy(),
                bulletin.sendAt(),
                bulletin.sentAt(),
                bulletin.batchId(),
                bulletin.corrects());
    }
}
