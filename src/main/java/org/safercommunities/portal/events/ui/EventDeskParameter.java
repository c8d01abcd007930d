package org.safercommunities.portal.events.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;

/** The event's id in the address of a page of staff. */
final class EventDeskParameter {

    private EventDeskParameter() {}

    /** Empty when it is no id at all, which is answered like an unknown one. */
    static Optional<UUID> of(BeforeEnterEvent event) {
        try {
            return event.getRouteParameters().get("event").map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
