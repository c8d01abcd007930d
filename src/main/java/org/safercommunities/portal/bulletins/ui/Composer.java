package org.safercommunities.portal.bulletins.ui;

import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.ChangedMeanwhile;
import org.safercommunities.portal.bulletins.InvalidBulletin;
import org.safercommunities.portal.bulletins.PlanMerge;
import org.safercommunities.portal.bulletins.UnknownBulletin;

/**
 * What one editor has before them: saved with every change. What somebody else saved meanwhile is merged in; where both wrote
 * in the same block this editor’s words stay, the other’s are in the history, and the page says so.
 */
final class Composer {

    /** The page around it. */
    interface Page {

        /** It is saved. */
        void saved();

        /** Somebody else’s changes came in, so that what is shown is to be drawn anew. */
        void mergedIn(UUID other, Set<String> conflicts);

        /** It cannot be saved as it is; what is typed stays. */
        void refused(InvalidBulletin refusal);
    }

    private final UUID id;
    private final Bulletins bulletins;
    private final BulletinWriting writing;
    private final CurrentReader reader;
    private final Page page;
    private BulletinPlan base;
    private BulletinPlan plan;
    private int edition;

    Composer(BulletinDetails bulletin, Bulletins bulletins, BulletinWriting writing, CurrentReader reader, Page page) {
        this.id = bulletin.id();
        this.bulletins = bulletins;
        this.writing = writing;
        this.reader = reader;
        this.page = page;
        this.base = bulletin.plan();
        this.plan = base;
        this.edition = bulletin.edition();
    }

    UUID id() {
        return id;
    }

    BulletinPlan plan() {
        return plan;
    }

    Blocks blocks() {
        return plan.blocks();
    }

    /** The edition that this editor has seen. */
    int edition() {
        return edition;
    }

    void blocks(UnaryOperator<Blocks> change) {
        change(before -> before.saying(change.apply(before.blocks())));
    }

    void change(UnaryOperator<BulletinPlan> change) {
        try {
            plan = change.apply(plan);
            save();
        } catch (InvalidBulletin refusal) {
            page.refused(refusal);
        }
    }

    /** Takes in what somebody else has saved since; nothing happens when nobody has. */
    void look() {
        bulletins.find(id, reader.get()).filter(now -> now.edition() != edition).ifPresent(now -> {
            merge(now);
            if (!plan.equals(base)) {
                save();
            }
        });
    }

    private void save() {
        if (plan.equals(base)) {
            return;
        }
        try {
            edition = writing.save(id, edition, plan, reader.get());
            base = plan;
            page.saved();
        } catch (ChangedMeanwhile changed) {
            merge(bulletins.find(id, reader.get()).orElseThrow(() -> new UnknownBulletin(id)));
            save();
        }
    }

    private void merge(BulletinDetails now) {
        PlanMerge merged = PlanMerge.of(base, plan, now.plan());
        base = now.plan();
        plan = merged.plan();
        edition = now.edition();
        page.mergedIn(now.lastEditor(), merged.conflicts());
    }
}
