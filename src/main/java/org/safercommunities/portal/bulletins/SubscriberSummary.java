package org.safercommunities.portal.bulletins;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber as staff see them.
 *
 * @param account whether they have an account, by which name, address and agency come
 * @param agency the agency’s name; empty when none is known
 * @param basis how it is known that they agreed
 * @param ended null when nobody ended it; they may get nothing all the same, because of what became of account or domain
 * @param endedBySelf whether they unsubscribed, which only they can take back
 */
public record SubscriberSummary(
        UUID id,
        String name,
        String email,
        boolean account,
        String agency,
        SubscriptionChoice choice,
        String basis,
        Instant since,
        @Nullable Instant ended,
        boolean endedBySelf) {}
