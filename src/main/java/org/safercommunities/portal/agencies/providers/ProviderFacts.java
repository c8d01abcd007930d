package org.safercommunities.portal.agencies.providers;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agency's document says of its provider, and the portal hands to Keycloak. Nothing of it is secret.
 *
 * @param identity its issuer or entity id
 * @param settings as Keycloak calls them
 * @param keysUntil when the last of the keys that stand in the document itself ends; null when they are fetched anew
 */
record ProviderFacts(
        String identity,
        Map<String, String> settings,
        @Nullable Instant keysUntil) {}
