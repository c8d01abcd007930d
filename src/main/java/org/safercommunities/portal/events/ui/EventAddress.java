package org.safercommunities.portal.events.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;

/** Where the pages of an event are, without a leading slash. */
final class EventAddress {

    static final String LIST = "events";
    static final String OWN = "bookings";

    private EventAddress() {}

    static String page(UUID event) {
        return "events/" + event;
    }

    static String manage(UUID event) {
        return page(event) + "/manage";
    }

    static String colleagues(UUID event) {
        return page(event) + "/colleagues";
    }

    static String join(UUID event, UUID session) {
        return page(event) + "/join/" + session;
    }

    /** An id in the address of a page; empty when it is no id at all, which is answered like an unknown one. */
    static Optional<UUID> id(BeforeEnterEvent entered, String parameter) {
        try {
            return entered.getRouteParameters().get(parameter).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
