package org.safercommunities.portal.agencies.providers;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak should know of an agency. Making it so can be done any number of times.
 *
 * @param active whether its people may come in; what was merged is as active as what it became part of
 * @param domains those that are its own, and lead to its provider; none before that is in use
 * @param live alias of the provider that its people come by now; null when there is none
 * @param provider the one that the portal looks after, in use or not; null when there is none
 */
public record AgencyInKeycloak(
        String slug,
        String name,
        boolean active,
        Set<String> domains,
        @Nullable String live,
        @Nullable Provider provider) {

    /**
     * A provider that the portal made.
     *
     * @param type {@code oidc} or {@code saml}
     * @param enabled whether anybody can come by it: while it is in use, or tried
     * @param settings without the secret, as Keycloak calls them
     */
    public record Provider(
            String alias,
            String type,
            boolean enabled,
            Map<String, String> settings,
            String clientId,
            SamlNames names) {}
}
