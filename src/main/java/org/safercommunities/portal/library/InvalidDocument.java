package org.safercommunities.portal.library;

import org.safercommunities.portal.shared.InvalidInput;

/** What was said of a document cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidDocument extends InvalidInput {

    public InvalidDocument(String field, String message) {
        super(field, message);
    }
}
