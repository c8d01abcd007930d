package org.safercommunities.portal.events.ui;

import java.util.UUID;

/** Where the pages of an event are, without a leading slash. */
final class EventAddress {

    static final String LIST = "events";
    static final String OWN = "bookings";

    /** Where anybody checks a certificate. */
    static final String CERTIFICATES = "certificates";

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

    /** A file, not a page. */
    static String certificate(UUID booking) {
        return "files/certificates/" + booking;
    }
}
