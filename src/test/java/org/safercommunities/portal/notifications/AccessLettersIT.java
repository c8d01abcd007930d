package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safercommunities.portal.notifications.Eventually.holds;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.AccessQuestion;
import org.safercommunities.portal.agencies.AccessRequests;
import org.safercommunities.portal.agencies.Accounts;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.KeycloakAccounts;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.keycloak.Owners;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody reads who was let in, in each of the ways in which that happens. */
@PortalIT
@WithKeycloak
class AccessLettersIT {

    private static final Reader ADMIN = Reader.portal();
    private static final String SECOND_MAIL = "second mail";
    private static final String OWN_SIGN_IN = "agency’s own sign-in";
    private static final String OLD_PASSWORD = "password you had before";

    @Autowired
    AccessRequests requests;

    @Autowired
    Accounts accounts;

    @Autowired
    Agencies agencies;

    @Autowired
    People people;

    @Autowired
    KeycloakAccounts keycloak;

    @Autowired
    JdbcClient jdbc;

    private final String token = UUID.randomUUID().toString().substring(0, 8);
    private final String email = "reads-" + token + "@letters.example";
    private AgencySummary charity = new AgencySummary("", "", null, Set.of(), null, true);

    @BeforeEach
    void charity() {
        charity = agency("Oast Charity " + token, null);
    }

    private AgencySummary agency(String name, @Nullable String provider) {
        Set<String> domains = provider == null ? Set.of() : Set.of(provider + ".example");
        return agencies.create(new AgencyDescription(name, provider, domains), ADMIN);
    }

    private UUID letIn(String address, String agency) {
        requests.ask(new AccessQuestion(address, "Rowan Weald", "Oast Hall", "Guidance"), "203.0.113." + token);
        UUID request = requests.open(1000, ADMIN).stream()
                .filter(one -> one.email().equals(address))
                .findFirst()
                .orElseThrow()
                .id();
        return requests.accept(request, agency, ADMIN);
    }

    private List<String> letters(String address) {
        return jdbc.sql("SELECT text FROM mail WHERE to_address = ? AND kind = 'access-request-accepted' ORDER BY id")
                .param(address)
                .query(String.class)
                .list();
    }

    private static void awaitInvitation(String address, int howMany) {
        holds(() -> assertThat(invitations(address)).isEqualTo(howMany));
    }

    private static long invitations(String address) {
        return PortalServices.mailSink().received().stream()
                .filter(mail -> mail.recipient().equals(address))
                .map(MailSink.Received::subject)
                .filter(subject -> subject.startsWith("Set up your"))
                .count();
    }

    @Test
    void whatHappensRightAfterTheAnswerDoesNotChangeTheLetter() {
        AgencySummary other = agency("Other Charity " + token, null);
        UUID person = letIn(email, charity.slug());
        agencies.describe(charity.slug(), new AgencyDescription("Renamed " + token, null, Set.of()), ADMIN);
        people.join(person, other.slug(), ADMIN);
        MailSink.Received mail = PortalServices.mailSink()
                .await(
                        one -> one.recipient().equals(email) && one.subject().equals("You can use the portal now"),
                        Duration.ofSeconds(40));
        assertThat(mail).isNotNull();
        assertThat(letters(email))
                .singleElement()
                .asString()
                .contains("Oast Charity " + token, SECOND_MAIL)
                .doesNotContain("Renamed", "Other Charity");
        awaitInvitation(email, 1);
    }

    @Test
    void whoseAgencySignsInByItselfIsToldToSignInThere() {
        AgencySummary police = agency("Letter Police " + token, "letter-police-" + token);
        String officer = "officer@letter-police-" + token + ".example";
        letIn(officer, police.slug());
        assertThat(letters(officer))
                .singleElement()
                .asString()
                .contains("Letter Police " + token, OWN_SIGN_IN)
                .doesNotContain(SECOND_MAIL, OLD_PASSWORD);
    }

    @Test
    void whoWasHereBeforeAndHasAPasswordIsNotPromisedASecondMail() {
        UUID person = accounts.open(email, "Rowan Weald", charity.slug(), ADMIN);
        awaitInvitation(email, 1);
        Owners.proveAddress(keycloak.open(email, "Rowan Weald").subject());
        people.endMembership(person, "Left", ADMIN);
        AgencySummary later = agency("Later Charity " + token, null);
        assertThat(letIn(email, later.slug())).isEqualTo(person);
        assertThat(letters(email))
                .singleElement()
                .asString()
                .contains("Later Charity " + token, OLD_PASSWORD)
                .doesNotContain(SECOND_MAIL, "Oast Charity");
        assertThat(invitations(email)).isOne();
    }

    @Test
    void whoWasHereBeforeAndNeverChoseAPasswordIsInvitedAgain() {
        UUID person = accounts.open(email, "Rowan Weald", charity.slug(), ADMIN);
        awaitInvitation(email, 1);
        people.endMembership(person, "Left", ADMIN);
        assertThat(letIn(email, charity.slug())).isEqualTo(person);
        assertThat(letters(email))
                .singleElement()
                .asString()
                .contains(SECOND_MAIL)
                .doesNotContain(OLD_PASSWORD);
        awaitInvitation(email, 2);
    }

    @Test
    void whoHasAnAccountOfTheirOwnMakingUsesItsPassword() {
        Owners.make(email, true);
        letIn(email, charity.slug());
        assertThat(letters(email))
                .singleElement()
                .asString()
                .contains(OLD_PASSWORD)
                .doesNotContain(SECOND_MAIL);
        assertThat(invitations(email)).isZero();
    }
}
