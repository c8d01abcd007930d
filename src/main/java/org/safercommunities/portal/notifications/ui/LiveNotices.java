package org.safercommunities.portal.notifications.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import java.util.UUID;
import org.safercommunities.portal.notifications.notices.OwnNotices;
import org.safercommunities.portal.shared.ui.LivePages;

/** Tells open pages when their person has something new. */
@org.springframework.stereotype.Component
class LiveNotices extends LivePages {

    private static final int EVERY_SECONDS = 5;

    LiveNotices(OwnNotices notices) {
        super("live-notices", EVERY_SECONDS, notices::marks);
    }

    void watch(UUID person, Component part, Command changed) {
        tell(person, part, changed);
    }
}
