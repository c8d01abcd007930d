package org.safercommunities.portal.agencies;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who Keycloak says has signed in.
 *
 * @param subject Keycloak's id of the account; it never changes
 * @param provider alias of the agency's provider the person came through this time; null for a portal password
 * @param organizations aliases of the Keycloak organizations the account is a member of
 */
public record Identity(
        String subject, @Nullable String provider, Set<String> organizations, String email, String name) {}
