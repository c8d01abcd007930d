package org.safercommunities.portal.events;

import org.safercommunities.portal.shared.InvalidInput;

/** What was said of an event cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidEvent extends InvalidInput {

    public InvalidEvent(String field, String message) {
        super(field, message);
    }

    static void unless(boolean fine, String field, String message) {
        if (!fine) {
            throw new InvalidEvent(field, message);
        }
    }
}
