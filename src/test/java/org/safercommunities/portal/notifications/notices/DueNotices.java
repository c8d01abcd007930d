package org.safercommunities.portal.notifications.notices;

import java.time.Instant;
import org.springframework.context.ApplicationContext;

/** For tests that cannot wait until the morning. */
public final class DueNotices {

    private DueNotices() {}

    /** Mails what is due at that moment. */
    public static void mail(ApplicationContext portal, Instant moment) {
        portal.getBean(NoticeDigests.class).catchUp(moment);
    }
}
