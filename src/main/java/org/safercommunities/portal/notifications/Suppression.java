package org.safercommunities.portal.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * An address that mail to many leaves out.
 *
 * @param id by which the API knows it; follows from the address
 * @param reason what the mail server said
 */
public record Suppression(UUID id, String address, String reason, Instant since) {}
