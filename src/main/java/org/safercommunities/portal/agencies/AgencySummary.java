package org.safercommunities.portal.agencies;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An agency as others see it.
 *
 * @param identityProvider alias of its own provider in Keycloak; null when its people have portal passwords
 * @param mergedInto slug of the agency it became part of
 * @param active whether its people may sign in
 */
public record AgencySummary(
        String slug,
        String name,
        @Nullable String identityProvider,
        Set<String> domains,
        @Nullable String mergedInto,
        boolean active) {}
