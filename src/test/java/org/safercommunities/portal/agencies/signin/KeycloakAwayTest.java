package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.providers.AgencyInKeycloak;
import org.safercommunities.portal.agencies.providers.SamlNames;

/** While Keycloak is away what is to be done for an agency fails in words that its page can show, and without the secret. */
class KeycloakAwayTest {

    @Test
    void itIsSaidThatItIsTriedAgain() {
        KeycloakProperties away = new KeycloakProperties("http://localhost:1/realms/safer-communities", null, "x", "x");
        KeycloakCalls calls = new KeycloakCalls(new KeycloakAdmin(away, Clock.systemUTC()), away);
        KeycloakOrganizations organizations =
                new KeycloakOrganizations(calls, new KeycloakProviders(calls, away), "http://localhost:1");
        AgencyInKeycloak.Provider provider =
                new AgencyInKeycloak.Provider("dover", "oidc", false, Map.of(), "portal", SamlNames.PLAIN);
        AgencyInKeycloak wanted = new AgencyInKeycloak("dover", "Dover", true, Set.of(), null, provider);
        assertThatThrownBy(() -> organizations.bring(wanted, "the-secret"))
                .isInstanceOf(AccountsUnavailable.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageContaining("tried again")
                .hasMessageNotContaining("the-secret");
    }
}
