package org.safercommunities.portal.notifications;

import java.time.Instant;

/**
 * An address that mail to many leaves out.
 *
 * @param reason what the mail server said
 */
public record Suppression(String address, String reason, Instant since) {}
