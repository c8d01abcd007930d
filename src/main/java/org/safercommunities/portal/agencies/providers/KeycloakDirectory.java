package org.safercommunities.portal.agencies.providers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;

/** The organizations and providers that the portal keeps in Keycloak. */
public interface KeycloakDirectory {

    /**
     * Makes organization and provider what they should be; the same again changes nothing.
     *
     * @param secret of the client at an OpenID provider; null leaves the one that is there
     * @return false when a provider could not be made because that takes a secret
     * @throws AccountsUnavailable when Keycloak cannot be asked, or does not let the portal do it
     */
    boolean bring(AgencyInKeycloak wanted, @Nullable String secret);

    /** Has it done by the scheduler, not before that moment, and again until it is done. Noted in the caller's transaction. */
    void bringLater(String slug, Instant notBefore);

    /**
     * Deletes the account that a trial has left, unless there is any other way to sign in with it. Noted in the caller's
     * transaction.
     */
    void forgetTrial(String subject);

    ProviderAddresses addresses(String alias);
}
