package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.signin.TestSignInChanges;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.keycloak.KeycloakPeople.Account;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people change at Keycloak of how they sign in: who they are is asked first, and they are told of it afterwards. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class OwnChangesIT {

    private static final String NEW_PASSWORD = "Three-other-words-2026";

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void aBrowser() {
        visitor = new Visitor();
    }

    private void signIn(Account account) {
        visitor.startSignIn().submit(Map.of("username", account.email())).submit(password());
        assertThat(visitor.arrived()).isTrue();
    }

    private static Map<String, String> password() {
        return Map.of("password", KeycloakPeople.PASSWORD);
    }

    private UUID member(Account account) {
        return portal.getBean(People.class)
                .name(
                        account.email(),
                        "Moss Heath",
                        new Somebody(portal).agency("Changes"),
                        account.subject(),
                        Reader.portal());
    }

    @Test
    void aNewPasswordTakesTheOldOneHoweverFreshTheSignInIs() {
        Account account = KeycloakPeople.withPassword();
        UUID person = member(account);
        signIn(account);
        // Within the very second of the sign-in it is not asked for yet
        Eventually.holds(
                () -> assertThat(visitor.act("UPDATE_PASSWORD").heading()).isEqualTo("Enter your password"));
        visitor.submit(password());
        assertThat(visitor.heading()).isEqualTo("Choose a password");
        visitor.submit(Map.of("password-new", "kentpolice2026", "password-confirm", "kentpolice2026"));
        assertThat(visitor.page()).contains("one of those that attackers try first");
        visitor.submit(Map.of("password-new", account.email(), "password-confirm", account.email()));
        assertThat(visitor.page()).contains("The password cannot contain your email address");
        visitor.submit(Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
        assertThat(visitor.outcome()).isEqualTo("success");
        told(person, "agencies.password-changed", "password-changed");
    }

    @Test
    void aFirstAppIsSetUpAndToldOf() {
        Account account = KeycloakPeople.withPassword();
        UUID person = member(account);
        signIn(account);
        visitor.act("CONFIGURE_TOTP");
        setUp();
        assertThat(visitor.outcome()).isEqualTo("success");
        told(person, "agencies.factor-set-up", "factor-set-up");
    }

    @Test
    void whoThinksBetterOfItComesBackAndNothingHasChanged() {
        Account account = KeycloakPeople.withPassword();
        signIn(account);
        visitor.act("CONFIGURE_TOTP").submit(Map.of("cancel-aia", "true"));
        assertThat(visitor.outcome()).isEqualTo("cancelled");
        assertThat(KeycloakPeople.apps(account.subject())).isEmpty();
    }

    @Test
    void anAppIsAddedOrRemovedOnlyWithACodeOfTheOneThereIs() {
        Account account = KeycloakPeople.withApp();
        UUID person = member(account);
        signIn(account);
        visitor.act("CONFIGURE_TOTP");
        assertThat(visitor.heading()).as("whatever the address asks for").isEqualTo("Enter your one-time code");
        visitor.act(
                "delete_credential:" + KeycloakPeople.apps(account.subject()).getFirst());
        assertThat(visitor.heading()).isEqualTo("Enter your one-time code");
        visitor.submit(Map.of("otp", account.app().code(0)));
        assertThat(visitor.heading()).isEqualTo("Remove your authenticator app?");
        assertThat(visitor.page()).contains("Old phone");
        visitor.submit(Map.of("accept", ""));
        assertThat(visitor.outcome()).isEqualTo("success");
        assertThat(KeycloakPeople.apps(account.subject())).isEmpty();
        told(person, "agencies.factor-removed", "factor-removed");
    }

    /** Their agency may sign them in again without asking anybody for anything. */
    @ParameterizedTest
    @ValueSource(strings = {"kent-police kentpolice.example", "kent-county-council kcc.example"})
    void soItIsForSomebodyWhoComesFromTheirAgency(String agency) {
        String email = KeycloakPeople.atAgency(agency.split(" ")[0], agency.split(" ")[1]);
        visitor.startSignIn()
                .submit(Map.of("username", email))
                .submit(Map.of("username", email, "password", KeycloakPeople.PASSWORD));
        visitor.act("CONFIGURE_TOTP");
        OneTimeCodes codes = setUp();
        assertThat(visitor.outcome()).isEqualTo("success");
        visitor.act("CONFIGURE_TOTP");
        assertThat(visitor.page()).doesNotContain("totpSecret");
        assertThat(visitor.heading()).isEqualTo("Enter your one-time code");
        visitor.submit(Map.of("otp", codes.code(1)));
        assertThat(visitor.heading()).isEqualTo("Set up an authenticator app");
    }

    private OneTimeCodes setUp() {
        OneTimeCodes codes = new OneTimeCodes(visitor.hidden("totpSecret"));
        visitor.submit(Map.of("totp", codes.code(0), "totpSecret", codes.secret(), "userLabel", "New phone"));
        return codes;
    }

    /** Once, however often Keycloak is asked. */
    private void told(UUID person, String action, String mail) {
        TestSignInChanges.read(portal);
        TestSignInChanges.read(portal);
        List<String> lines = portal.getBean(AuditTrail.class).of(person, null, 20).stream()
                .map(AuditLine::action)
                .filter(action::equals)
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(jdbc.sql("SELECT kind FROM mail WHERE reference = ?")
                        .param("person:" + person)
                        .query(String.class)
                        .set())
                .isEqualTo(Set.of(mail));
    }
}
