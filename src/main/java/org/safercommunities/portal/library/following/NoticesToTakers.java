package org.safercommunities.portal.library.following;

import org.safercommunities.portal.library.packs.NewerInPack;
import org.safercommunities.portal.library.packs.Takers;
import org.safercommunities.portal.notifications.notices.NoticeOccasion;
import org.safercommunities.portal.notifications.notices.NoticeUrgency;
import org.safercommunities.portal.notifications.notices.PersonalNotices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who took a document with a pack that there is a newer version; whoever may not see it any more is shown nothing. */
@Component
class NoticesToTakers {

    private final Takers takers;
    private final PersonalNotices notices;

    NoticesToTakers(Takers takers, PersonalNotices notices) {
        this.takers = takers;
        this.notices = notices;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NewerInPack newer) {
        notices.tell(
                takers.withOlderThan(newer.number(), newer.document()),
                NoticeOccasion.PACK_CHANGED,
                "document:%s:taken:%d".formatted(newer.document(), newer.number()),
                DocumentSubjects.SOURCE,
                newer.document(),
                "library/" + newer.document(),
                NoticeUrgency.USUAL);
    }
}
