package org.safercommunities.portal.events.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.Command;
import java.util.UUID;
import org.safercommunities.portal.events.PlaceNews;
import org.safercommunities.portal.shared.ui.LivePages;

/** Tells open pages when something has become of the places of their event. */
@org.springframework.stereotype.Component
class LivePlaces extends LivePages {

    private static final int EVERY_SECONDS = 10;

    LivePlaces(PlaceNews news) {
        super("live-places", EVERY_SECONDS, news::marks);
    }

    void watch(UUID event, Component part, Command changed) {
        tellFromNow(event, part, changed);
    }
}
