package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.support.WithKeycloak;
import tools.jackson.databind.JsonNode;

/** The second step at Keycloak, for people with a portal password and for those who come from their agency. */
@WithKeycloak
class SecondFactorIT {

    @Test
    void somebodyWithAPortalPasswordSetsOneUpOnTheSpotAndIsThenAskedForNothingElse() {
        try (Visitor visitor = new Visitor()) {
            String email = KeycloakPeople.withPassword().email();
            visitor.startSignIn().submit(Map.of("username", email)).submit(Map.of("password", KeycloakPeople.PASSWORD));
            walks(visitor);
        }
    }

    /** By OIDC and by SAML. */
    @ParameterizedTest
    @ValueSource(strings = {"kent-police kentpolice.example", "kent-county-council kcc.example"})
    void soDoesSomebodyWhoComesFromTheirAgency(String agency) {
        String email = KeycloakPeople.atAgency(agency.split(" ")[0], agency.split(" ")[1]);
        try (Visitor visitor = new Visitor()) {
            visitor.startSignIn()
                    .submit(Map.of("username", email))
                    .submit(Map.of("username", email, "password", KeycloakPeople.PASSWORD));
            walks(visitor);
        }
    }

    @Test
    void whoAsksForItAtOnceGivesBothSteps() {
        String email = KeycloakPeople.withPassword().email();
        try (Visitor visitor = new Visitor()) {
            visitor.confirm().submit(Map.of("username", email)).submit(Map.of("password", KeycloakPeople.PASSWORD));
            assertThat(visitor.arrived()).isFalse();
            setUp(visitor);
            assertThat(strength(visitor)).isEqualTo("second-factor");
        }
    }

    @Test
    void aTokenForScriptsSaysThatThePasswordWasGivenForItAndNothingOfASecondFactor() {
        Tokens tokens = Tokens.byPassword("practitioner@swale.example");
        JsonNode claims = tokens.accessClaims();
        assertThat(claims.path("acr").asString()).isNotEqualTo("second-factor");
        assertThat(claims.path("signed_in_at_issue").asBoolean()).isTrue();
        assertThat(tokens.answer().has("refresh_token")).isFalse();
    }

    private static void walks(Visitor visitor) {
        assertThat(strength(visitor)).isEqualTo("signed-in");
        visitor.confirm();
        OneTimeCodes codes = setUp(visitor);
        JsonNode claims = visitor.tokens().idClaims();
        assertThat(claims.path("acr").asString()).isEqualTo("second-factor");
        assertThat(Instant.ofEpochSecond(claims.path("auth_time").asLong()))
                .isAfter(Instant.now().minusSeconds(60));

        // A session that goes on by its cookie has shown nothing more
        assertThat(strength(visitor.startSignIn())).isEqualTo("signed-in");

        // The one that the app was set up with is used already; that of the next half minute holds too
        String used = codes.code(1);
        visitor.confirm();
        assertThat(visitor.heading()).isEqualTo("Enter your one-time code");
        assertThat(visitor.page()).doesNotContain("type=\"password\"");
        visitor.submit(Map.of("otp", used));
        assertThat(strength(visitor)).isEqualTo("second-factor");

        assertThat(visitor.confirm().submit(Map.of("otp", used)).arrived())
                .as("the same code again")
                .isFalse();
        assertThat(visitor.heading()).isEqualTo("Enter your one-time code");
    }

    private static OneTimeCodes setUp(Visitor visitor) {
        OneTimeCodes codes = new OneTimeCodes(visitor.hidden("totpSecret"));
        visitor.submit(Map.of("totp", codes.code(0), "totpSecret", codes.secret(), "userLabel", ""));
        return codes;
    }

    private static String strength(Visitor visitor) {
        return visitor.tokens().idClaims().path("acr").asString();
    }
}
