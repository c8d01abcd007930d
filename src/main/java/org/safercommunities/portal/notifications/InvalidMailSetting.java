package org.safercommunities.portal.notifications;

import org.safercommunities.portal.shared.InvalidInput;

/** What was said of how mail is sent cannot be taken as it is; the message says what to do, the field says where. */
public class InvalidMailSetting extends InvalidInput {

    public InvalidMailSetting(String field, String message) {
        super(field, message);
    }

    static void unless(boolean fine, String field, String message) {
        if (!fine) {
            throw new InvalidMailSetting(field, message);
        }
    }
}
