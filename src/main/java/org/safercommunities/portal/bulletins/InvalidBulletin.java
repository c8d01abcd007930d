package org.safercommunities.portal.bulletins;

import org.safercommunities.portal.shared.InvalidInput;

/** What was said of a bulletin cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidBulletin extends InvalidInput {

    public InvalidBulletin(String field, String message) {
        super(field, message);
    }

    static void unless(boolean fine, String field, String message) {
        if (!fine) {
            throw new InvalidBulletin(field, message);
        }
    }
}
