package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Which of the tokens that Keycloak gives out open the API. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class ApiTokensIT {

    private static final String VOLUNTEER = "volunteer@mail.example";

    @Autowired
    private JwtDecoder bearerTokens;

    @Test
    void anAccessTokenDoesAndAnIdTokenDoesNot() {
        try (Visitor visitor = new Visitor()) {
            Tokens tokens = visitor.startSignIn()
                    .submit(Map.of("username", VOLUNTEER))
                    .submit(Map.of("password", SignInIT.PASSWORD))
                    .tokens();
            assertThat(bearerTokens.decode(tokens.access()).getClaimAsString("email"))
                    .isEqualTo(VOLUNTEER);
            String idToken = tokens.answer().path("id_token").asString();
            assertThat(tokens.idClaims().path("aud").asString()).isEqualTo("portal");
            assertThatThrownBy(() -> bearerTokens.decode(idToken)).isInstanceOf(JwtException.class);
        }
    }

    @Test
    void aTokenOfTheServiceAccountOrOfAnotherRealmDoesNot() {
        String own = Tokens.request(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "portal-admin",
                        "client_secret",
                                org.safercommunities.portal.support.PortalServices.clientSecret("admin-client")))
                .access();
        assertThat(own).isNotEmpty();
        assertThatThrownBy(() -> bearerTokens.decode(own)).isInstanceOf(JwtException.class);
    }
}
