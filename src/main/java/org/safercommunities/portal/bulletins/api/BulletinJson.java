package org.safercommunities.portal.bulletins.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.shared.Dates;

/** A bulletin as the API shows it; how it was made, to editors only. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BulletinJson(
        UUID id,
        BulletinKind kind,
        String title,
        String subject,
        BulletinState state,
        Blocks blocks,
        @Nullable OffsetDateTime sent,
        @Nullable Integer edition,
        BulletinAudience.@Nullable Written audience,
        @Nullable Boolean accountOnly,
        @Nullable UUID lastEditor,
        @Nullable UUID approvedBy,
        @Nullable OffsetDateTime sendAt,
        @Nullable UUID corrects) {

    static BulletinJson forEditors(BulletinDetails bulletin) {
        return new BulletinJson(
                bulletin.id(),
                bulletin.plan().kind(),
                bulletin.plan().title(),
                bulletin.plan().subject(),
                bulletin.state(),
                bulletin.plan().blocks(),
                time(bulletin.sentAt()),
                bulletin.edition(),
                bulletin.plan().audience().written(),
                bulletin.plan().accountOnly(),
                bulletin.lastEditor(),
                bulletin.approvedBy(),
                time(bulletin.sendAt()),
                bulletin.corrects());
    }

    /** @param blocks those that this reader may see */
    static BulletinJson forReaders(BulletinDetails bulletin, Blocks blocks) {
        return new BulletinJson(
                bulletin.id(),
                bulletin.plan().kind(),
                bulletin.plan().title(),
                bulletin.plan().subject(),
                bulletin.state(),
                blocks,
                time(bulletin.sentAt()),
                null,
                null,
                null,
                null,
                null,
                null,
                bulletin.corrects());
    }

    static @Nullable OffsetDateTime time(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(Dates.KENT).toOffsetDateTime();
    }
}
