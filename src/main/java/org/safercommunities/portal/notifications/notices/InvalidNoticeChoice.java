package org.safercommunities.portal.notifications.notices;

import org.safercommunities.portal.shared.InvalidInput;

/** What was said of notices cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidNoticeChoice extends InvalidInput {

    public InvalidNoticeChoice(String field, String message) {
        super(field, message);
    }
}
