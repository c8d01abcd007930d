package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.LostFactors;
import org.safercommunities.portal.agencies.LostFactors.Checked;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.keycloak.KeycloakPeople.Account;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Somebody has lost their phone: who may give them a new start, and what is left of the old one. */
@PortalIT
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LostFactorIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private LostFactors lost;

    @Autowired
    private JdbcClient jdbc;

    private Somebody somebody;
    private String agency;
    private String elsewhere;
    private Reader coordinator;
    private Reader administrator;

    @BeforeAll
    void people() {
        somebody = new Somebody(portal);
        agency = somebody.agency("Lost");
        elsewhere = somebody.agency("Elsewhere");
        coordinator = somebody.of(agency, Role.COORDINATOR);
        administrator = somebody.of(elsewhere, Role.ADMINISTRATOR);
    }

    private UUID person(Account account, Role... roles) {
        UUID id = portal.getBean(People.class)
                .name(account.email(), "Moss Heath", agency, account.subject(), Reader.portal());
        portal.getBean(People.class).giveRoles(id, Set.of(roles), Reader.portal());
        return id;
    }

    private void takeOff(UUID person, Reader by) {
        lost.takeOff(person, Checked.CALLED_BACK, "A new phone", by);
    }

    @Test
    void administratorsMayForAnybodyAndCoordinatorsForTheirOwnWhoMayNoMoreThanThey() {
        UUID colleague = somebody.of(agency).personId();
        UUID peer = somebody.of(agency, Role.COORDINATOR).personId();
        for (Reader by : new Reader[] {administrator, coordinator}) {
            takeOff(colleague, by);
            takeOff(peer, by);
        }
        for (Role role : new Role[] {Role.EDITOR, Role.BOARD_MEMBER, Role.ADMINISTRATOR}) {
            UUID mightier = somebody.of(agency, role).personId();
            takeOff(mightier, administrator);
            assertThatThrownBy(() -> takeOff(mightier, coordinator))
                    .as(role.toString())
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void nobodyElseMay() {
        UUID person = somebody.of(agency).personId();
        for (Reader by : new Reader[] {
            somebody.of(agency),
            somebody.of(agency, Role.EDITOR),
            somebody.of(agency, Role.BOARD_MEMBER),
            somebody.of(elsewhere, Role.COORDINATOR)
        }) {
            assertThatThrownBy(() -> takeOff(person, by))
                    .as("%s of %s", by.roles(), by.agencyId())
                    .isInstanceOf(AccessDeniedException.class);
            assertThat(LostFactors.mayFor(
                            portal.getBean(PersonList.class).find(person).orElseThrow(), by))
                    .isFalse();
        }
        assertThatThrownBy(() -> takeOff(UUID.randomUUID(), coordinator)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobodyMayForThemselvesNorByAnotherAccountOfTheirs() {
        assertThatThrownBy(() -> takeOff(coordinator.personId(), coordinator)).isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> takeOff(administrator.personId(), administrator))
                .isInstanceOf(InvalidEntry.class);
        UUID twin = somebody.of(agency).personId();
        jdbc.sql("UPDATE person t JOIN person c ON c.id = ? SET t.email = c.email WHERE t.id = ?")
                .params(coordinator.personId().toString(), twin.toString())
                .update();
        assertThatThrownBy(() -> takeOff(twin, coordinator)).isInstanceOf(InvalidEntry.class);
    }

    @Test
    void whoeverDoesItHasJustShownWhoTheyAreAndSaysHowTheyMadeSure() {
        UUID person = somebody.of(agency).personId();
        Reader unproven =
                portal.getBean(Readers.class).of(coordinator.personId()).orElseThrow();
        assertThatThrownBy(() -> takeOff(person, unproven)).isInstanceOf(ProofMissing.class);
        assertThatThrownBy(() -> lost.takeOff(person, null, "A new phone", coordinator))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, wrong -> assertThat(wrong.field()).isEqualTo("checked"));
        assertThatThrownBy(() -> lost.takeOff(person, Checked.IN_PERSON, " ", coordinator))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, wrong -> assertThat(wrong.field()).isEqualTo("reason"));
        assertThatThrownBy(() -> lost.takeOff(person, Checked.IN_PERSON, "x".repeat(301), coordinator))
                .isInstanceOf(InvalidEntry.class);
    }

    @Test
    void theOldCodeIsGoneTheSessionsEndAndTheNextTimeANewAppIsSetUp() {
        Account account = KeycloakPeople.withApp();
        UUID person = person(account);
        int version = accessVersion(person);
        try (Visitor old = new Visitor();
                Visitor again = new Visitor()) {
            old.confirm()
                    .submit(Map.of("username", account.email()))
                    .submit(Map.of("password", KeycloakPeople.PASSWORD))
                    .submit(Map.of("otp", account.app().code(0)));
            assertThat(old.tokens().idClaims().path("acr").asString()).isEqualTo("second-factor");

            takeOff(person, coordinator);
            assertThat(accessVersion(person)).isGreaterThan(version);
            Eventually.holds(() -> {
                assertThat(KeycloakPeople.apps(account.subject())).isEmpty();
                assertThat(old.startSignIn().arrived()).isFalse();
            });
            assertThat(old.heading()).isEqualTo("Sign in");

            again.confirm()
                    .submit(Map.of("username", account.email()))
                    .submit(Map.of("password", KeycloakPeople.PASSWORD));
            assertThat(again.heading()).isEqualTo("Set up an authenticator app");
        }
        AuditLine line =
                portal.getBean(AuditTrail.class).of("person:" + person, 1).getFirst();
        assertThat(line.action()).isEqualTo("agencies.factor-taken-off");
        assertThat(line.actor()).isEqualTo(coordinator.personId());
        assertThat(line.details()).containsEntry("checked", "called-back").containsEntry("reason", "A new phone");
        assertThat(jdbc.sql("SELECT COUNT(*) FROM mail WHERE kind = 'factor-taken-off' AND to_address = ?")
                        .param(account.email())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theCallSaysWhatIsMissing() throws JOSEException {
        UUID colleague = somebody.of(agency).personId();
        String subject = UUID.randomUUID().toString();
        UUID other = portal.getBean(People.class)
                .name(subject + "@somewhere.example", "Somebody", agency, subject, Reader.portal());
        portal.getBean(People.class).giveRoles(other, Set.of(Role.COORDINATOR), Reader.portal());
        try (RealmKey realm = new RealmKey()) {
            String token = realm.signed(RealmKey.claims(subject, agency).build());
            String proven = realm.signed(RealmKey.claims(subject, agency)
                    .claim("signed_in_at_issue", true)
                    .build());
            String said = "{\"checked\": \"in-person\", \"reason\": \"A new phone\"}";
            HttpResponse<String> unproven = call(colleague, said, token);
            assertThat(unproven.statusCode()).isEqualTo(403);
            assertThat(unproven.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("insufficient_user_authentication");
            assertThat(unproven.body()).contains("Confirm that it is you");
            HttpResponse<String> silent = call(colleague, "{\"reason\": \"A new phone\"}", proven);
            assertThat(silent.statusCode()).isEqualTo(422);
            assertThat(silent.body()).contains("Say how you made sure that it is them", "checked");
            assertThat(call(colleague, said, proven).statusCode()).isEqualTo(204);
            assertThat(call(administrator.personId(), said, proven).statusCode())
                    .isEqualTo(403);
        }
    }

    private static HttpResponse<String> call(UUID person, String body, String token) {
        String address = PortalServices.portalUrl() + "/api/v1/people/" + person + "/lost-second-factor";
        return Calls.exchange(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private int accessVersion(UUID person) {
        return jdbc.sql("SELECT access_version FROM person WHERE id = ?")
                .param(person.toString())
                .query(Integer.class)
                .single();
    }
}
