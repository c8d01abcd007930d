package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as staff see them.
 *
 * @param agency slug of their agency; of their last one when they have left
 * @param active whether their membership lasts
 * @param local whether they sign in with a password of the portal
 * @param since when that membership began
 * @param confirmed when somebody last said that they still work there
 */
public record PersonSummary(
        UUID id,
        String email,
        String name,
        String agency,
        Set<Role> roles,
        boolean active,
        boolean local,
        @Nullable Instant lastSignIn,
        Instant since,
        @Nullable Instant confirmed) {}
