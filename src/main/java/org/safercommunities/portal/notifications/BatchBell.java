package org.safercommunities.portal.notifications;

import org.springframework.stereotype.Component;

/** The bell of the lanes for mail to many, so that mail of one kind does not wake the lanes of the other. */
@Component
class BatchBell {

    final MailBell bell = new MailBell();
}
