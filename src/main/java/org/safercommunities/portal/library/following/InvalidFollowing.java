package org.safercommunities.portal.library.following;

import org.safercommunities.portal.shared.InvalidInput;

/** What was asked for cannot be followed or saved as it is; the message says what to do, the field says where. */
public class InvalidFollowing extends InvalidInput {

    public InvalidFollowing(String field, String message) {
        super(field, message);
    }
}
