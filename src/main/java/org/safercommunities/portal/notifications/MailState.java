package org.safercommunities.portal.notifications;

/** How far a mail has come. */
public enum MailState {
    /** Waits for its turn, or for the next try. */
    PENDING,
    /** Is being handed to the mail server. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** The mail server refused it for good, kept refusing it for two days, or somebody gave it up. */
    FAILED,
    /** May have been taken: the portal or the connection stopped before the server's answer was known. */
    UNCERTAIN,
    /** One of many: the mail server said that there is no such mailbox. */
    BOUNCED,
    /** One of many: left out, because its address has bounced before. */
    SUPPRESSED,
    /** One of many: not sent, because the sending was stopped. */
    STOPPED
}
