package org.safercommunities.portal.agencies;

import org.safercommunities.portal.shared.InvalidInput;

/** Something a person entered cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidEntry extends InvalidInput {

    public InvalidEntry(String field, String message) {
        super(field, message);
    }
}
