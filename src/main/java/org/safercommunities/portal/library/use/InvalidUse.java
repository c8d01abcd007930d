package org.safercommunities.portal.library.use;

import org.safercommunities.portal.shared.InvalidInput;

/** What was said or asked cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidUse extends InvalidInput {

    public InvalidUse(String field, String message) {
        super(field, message);
    }
}
