package org.safercommunities.portal.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain whose mail servers have been written to, or for which the team has set a limit.
 *
 * @param perMinute the team's own limit; null: the usual one
 * @param restsUntil until when its servers want no mail; null: they take it
 */
public record MailDomain(
        String name, @Nullable Integer perMinute, @Nullable Instant restsUntil) {}
