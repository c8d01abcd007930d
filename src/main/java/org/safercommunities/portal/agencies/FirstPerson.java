package org.safercommunities.portal.agencies;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is there before anybody can name them.
 *
 * @param agency slug
 * @param provider alias of the agency's provider they sign in through; null for a portal password
 * @param account their id in Keycloak; null when it is not known yet
 */
public record FirstPerson(
        String email,
        String name,
        String agency,
        @Nullable String provider,
        @Nullable String account,
        Set<Role> roles) {}
