package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.support.WithKeycloak;
import tools.jackson.databind.JsonNode;

/** Who signs in how, and what the portal is told about them. */
@WithKeycloak
class SignInIT {

    /** Of every account of the demonstration. */
    static final String PASSWORD = "Demo-2026!";

    private static final String KENT_POLICE = "/kent-police/users";

    @ParameterizedTest
    @CsvSource({
        "officer@kentpolice.example, 5afe0000-0000-4000-8000-000000000011, kent-police, kent-police",
        "warden@kcc.example, 5afe0000-0000-4000-8000-000000000012, kent-county-council, kent-county-council",
        "board@kfrs.example, 5afe0000-0000-4000-8000-000000000013, kent-fire-and-rescue-service, kent-fire-rescue"
    })
    void peopleOfAnAgencyWithAProviderComeThroughIt(String email, String subject, String agency, String provider) {
        try (Visitor visitor = Visitor.throughAgency(email, email)) {
            JsonNode claims = visitor.tokens().idClaims();
            assertThat(claims.path("sub").asString()).isEqualTo(subject);
            assertThat(claims.path("identity_provider").asString()).isEqualTo(provider);
            assertThat(texts(claims.path("organization"))).containsExactly(agency);
            assertThat(claims.path("email").asString()).isEqualTo(email);
            assertThat(claims.path("email_verified").asBoolean()).isTrue();
        }
    }

    @Test
    void somebodyNewFromAnAgencyGetsInWithoutExtraPagesAndBelongsToIt() {
        String email = newOfficer("kentpolice.example");
        try (Visitor visitor = Visitor.throughAgency(email, email)) {
            JsonNode claims = visitor.tokens().idClaims();
            assertThat(texts(claims.path("organization"))).containsExactly("kent-police");
            assertThat(claims.path("name").asString()).isEqualTo("Moss Heath");
        }
    }

    @Test
    void anAddressOutsideTheAgencysDomainsIsRefusedWithoutAForm() {
        try (Visitor visitor = Visitor.throughAgency("x@kentpolice.example", "stray@elsewhere.example")) {
            assertThat(visitor.arrived()).isFalse();
            assertThat(visitor.heading()).isEqualTo("This address cannot be used");
            assertThat(visitor.page())
                    .contains("stray@elsewhere.example", "@kentpolice.example", "/ask-for-access")
                    .doesNotContain("<form");
        }
    }

    @Test
    void anAgencyCannotChangeSomebodysAddressLater() {
        String email = newOfficer("kentpolice.example");
        String subject;
        try (Visitor first = Visitor.throughAgency(email, email)) {
            subject = first.tokens().idClaims().path("sub").asString();
        }
        Calls calls = Calls.asAdministrator();
        JsonNode officer =
                calls.get(KENT_POLICE + "?exact=true&username=" + email).body().get(0);
        calls.put(
                KENT_POLICE + "/" + officer.path("id").asString(),
                Map.of(
                        "username", email,
                        "email", "editor@kcst.example",
                        "emailVerified", true,
                        "firstName", "Moss",
                        "lastName", "Renamed"));
        try (Visitor again = new Visitor()) {
            JsonNode claims = again.startSignIn()
                    .submit(Map.of("username", email))
                    .submit(Map.of("username", email, "password", PASSWORD))
                    .tokens()
                    .idClaims();
            assertThat(claims.path("sub").asString()).isEqualTo(subject);
            assertThat(claims.path("email").asString()).isEqualTo(email);
            assertThat(claims.path("name").asString()).isEqualTo("Moss Renamed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "editor@kcst.example, 5afe0000-0000-4000-8000-000000000001, kent-community-safety-team",
        "reviewer@kcst.example, 5afe0000-0000-4000-8000-000000000002, kent-community-safety-team",
        "admin@kcst.example, 5afe0000-0000-4000-8000-000000000003, kent-community-safety-team",
        "coordinator@thanet.example, 5afe0000-0000-4000-8000-000000000004, thanet-district-council",
        "practitioner@dover.example, 5afe0000-0000-4000-8000-000000000005, dover-district-council",
        "practitioner@swale.example, 5afe0000-0000-4000-8000-000000000006, swale-borough-council",
        "volunteer@mail.example, 5afe0000-0000-4000-8000-000000000007, harbour-lights-trust"
    })
    void peopleOfOtherAgenciesHaveAPasswordOnPagesAndForScripts(String email, String subject, String agency) {
        try (Visitor visitor = new Visitor()) {
            JsonNode claims = visitor.startSignIn()
                    .submit(Map.of("username", email))
                    .submit(Map.of("password", PASSWORD))
                    .tokens()
                    .idClaims();
            assertThat(claims.path("sub").asString()).isEqualTo(subject);
            assertThat(texts(claims.path("organization"))).containsExactly(agency);
            assertThat(claims.has("identity_provider")).isFalse();
        }
        JsonNode claims = Tokens.byPassword(email).accessClaims();
        assertThat(claims.path("sub").asString()).isEqualTo(subject);
        assertThat(claims.path("aud").asString()).isEqualTo("portal");
        assertThat(claims.path("email").asString()).isEqualTo(email);
        assertThat(texts(claims.path("organization"))).containsExactly(agency);
    }

    @Test
    void scriptsCannotSignInForPeopleWithAProvider() {
        assertThat(Tokens.byPassword("officer@kentpolice.example").status()).isEqualTo(400);
    }

    @Test
    void thePasswordPageDoesNotTellWhoHasAnAccount() {
        String known = passwordPage("practitioner@dover.example");
        assertThat(passwordPage("nobody@dover.example")).isEqualTo(known);
        assertThat(passwordPage("nobody@nowhere.example")).isEqualTo(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"practitioner@dover.example", "someone@charity.example"})
    void thePasswordPageAlwaysOffersToAskForAccess(String email) {
        try (Visitor visitor = new Visitor()) {
            assertThat(visitor.startSignIn().submit(Map.of("username", email)).page())
                    .contains("No account yet?", "/ask-for-access?email=" + email.replace("@", "%40"));
        }
    }

    private static String passwordPage(String email) {
        try (Visitor visitor = new Visitor()) {
            return visitor.startSignIn()
                    .submit(Map.of("username", email))
                    .page()
                    .replace(email, "EMAIL")
                    .replace(email.replace("@", "%40"), "EMAIL")
                    .replaceAll("(session_code|tab_id|client_data|execution)=[^&\"]+", "$1")
                    .replaceAll("data-auth-session=\"[^\"]*\"", "");
        }
    }

    /** An officer in the directory of Kent Police who has never been here. */
    private static String newOfficer(String domain) {
        return KeycloakPeople.atAgency("kent-police", domain, PASSWORD);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
