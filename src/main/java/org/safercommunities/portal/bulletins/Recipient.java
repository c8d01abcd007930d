package org.safercommunities.portal.bulletins;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One who gets a bulletin.
 *
 * @param subscriber by which they are known in a batch
 * @param person their account; null for those outside
 * @param name may be empty
 * @param agency slug of the agency they belong to now; null when none is known
 * @param link the end of the address at which they unsubscribe, secret
 */
public record Recipient(
        UUID subscriber,
        @Nullable UUID person,
        String address,
        String name,
        @Nullable String agency,
        String link) {}
