package org.safercommunities.portal.bulletins.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinAudiences;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.shared.StrictJson;
import org.springframework.stereotype.Component;

/** Reads what the API’s callers say of bulletins. */
@Component
class BulletinWishes {

    private final BulletinAudiences audiences;

    BulletinWishes(BulletinAudiences audiences) {
        this.audiences = audiences;
    }

    /** @param edition the one that is changed, approved or sent; left out when there is none yet */
    record Wish(
            @Nullable Integer edition,
            @Nullable String title,
            @Nullable BulletinKind kind,
            @Nullable String subject,
            BulletinAudience.@Nullable Written audience,
            @Nullable Boolean accountOnly,
            @Nullable Blocks blocks) {}

    /** @param edition left out: the one that there is now */
    record Step(
            @Nullable Integer edition,
            @Nullable OffsetDateTime at,
            @Nullable String words) {}

    Wish read(String body) {
        return StrictJson.read(body, Wish.class, InvalidBulletin::new);
    }

    Step step(@Nullable String body) {
        return StrictJson.read(body == null ? "" : body, Step.class, InvalidBulletin::new);
    }

    BulletinPlan fresh(Wish said, Reader by) {
        if (said.title() == null || said.kind() == null) {
            throw new InvalidBulletin("title", "Give a title and a kind: E_BULLETIN or NEWSLETTER");
        }
        return new BulletinPlan(
                said.title(),
                said.kind(),
                said.subject() == null ? "" : said.subject(),
                audiences.of(said.kind(), said.audience(), by),
                said.blocks() == null ? Blocks.NONE : said.blocks(),
                Boolean.TRUE.equals(said.accountOnly()));
    }

    BulletinPlan changed(BulletinPlan before, Wish said, Reader by) {
        BulletinKind kind = said.kind() == null ? before.kind() : said.kind();
        BulletinAudience.Written audience =
                said.audience() == null ? before.audience().written() : said.audience();
        return new BulletinPlan(
                said.title() == null ? before.title() : said.title(),
                kind,
                said.subject() == null ? before.subject() : said.subject(),
                said.audience() == null && kind == before.kind() ? before.audience() : audiences.of(kind, audience, by),
                said.blocks() == null ? before.blocks() : said.blocks(),
                said.accountOnly() == null ? before.accountOnly() : said.accountOnly());
    }
}
