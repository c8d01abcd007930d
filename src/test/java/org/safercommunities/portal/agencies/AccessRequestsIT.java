package org.safercommunities.portal.agencies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.audit.AuditTrail;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@PortalIT
@WithKeycloak
class AccessRequestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Reader ADMIN = Reader.portal();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Autowired
    AccessRequests requests;

    @Autowired
    Accounts accounts;

    @Autowired
    Agencies agencies;

    @Autowired
    People people;

    @Autowired
    PersonList list;

    @Autowired
    PersonRecords records;

    @Autowired
    AuditTrail trail;

    private final String email = "asks-" + UUID.randomUUID() + "@charity.example";
    private final String place = "198.51.100." + COUNTER.incrementAndGet();

    @BeforeEach
    void agencies() {
        agency("Access Charity", null, Set.of());
        agency("Access Police", "access-police", Set.of("access-police.example"));
    }

    private void agency(String name, @org.jspecify.annotations.Nullable String provider, Set<String> domains) {
        if (agencies.find(SlugOf.name(name)).isEmpty()) {
            agencies.create(new AgencyDescription(name, provider, domains), ADMIN);
        }
    }

    private AccessQuestion question(String reason) {
        return new AccessQuestion(email, "Rowan Weald", "Oast Hall Residents", reason);
    }

    private MailSink.Received mail(String subject) {
        return PortalServices.mailSink()
                .await(mail -> mail.recipient().equals(email) && mail.subject().contains(subject), PATIENCE);
    }

    private long mails(String subject) {
        return PortalServices.mailSink().received().stream()
                .filter(mail -> mail.recipient().equals(email) && mail.subject().contains(subject))
                .count();
    }

    private Optional<AccessRequestSummary> open() {
        return requests.open(1000, ADMIN).stream()
                .filter(request -> request.email().equals(email))
                .findFirst();
    }

    @Test
    void whoAsksTwiceHasOneRequestAndOneMail() {
        requests.ask(question("Guidance on home visits"), place);
        requests.ask(question("And the recordings"), place);
        assertThat(open().orElseThrow().reason()).contains("Guidance on home visits", "And the recordings");
        mail("We have your request");
        assertThat(mails("We have your request")).isOne();
        assertThat(trail.of("access-request:" + open().orElseThrow().id(), 10))
                .extracting(line -> line.action())
                .containsExactly("agencies.access-requested");
    }

    @Test
    void whatWasTypedIsNotMailedToAnAddressThatNobodyHasProved() throws Exception {
        requests.ask(new AccessQuestion(email, "Buy-this-now", "Cheap-pills-org", "visit-http-evil"), place);
        MailSink.Received mail = mail("We have your request");
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        mail.message().writeTo(bytes);
        assertThat(bytes.toString(java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Buy-this-now", "Cheap-pills-org", "visit-http-evil");
    }

    @Test
    void whoIsInAlreadyIsToldByMailAndNotByThePage() {
        UUID person = people.name(email, "Rowan Weald", "access-charity", null, ADMIN);
        requests.ask(question("I forgot"), place);
        assertThat(open()).isEmpty();
        mail("You have an account already");
        people.endMembership(person, "Left", ADMIN);
        requests.ask(question("Back again"), place);
        assertThat(open()).isPresent();
    }

    @Test
    void oneAddressIsMailedAtMostThreeTimesADayAndOnePlaceAsksTenTimesAnHour() {
        for (int i = 0; i < 10; i++) {
            requests.ask(question("Again " + i), place);
        }
        assertThat(open().orElseThrow().reason()).contains("Again 2").doesNotContain("Again 3");
        assertThatThrownBy(() -> requests.ask(question("Once more"), place)).isInstanceOf(InvalidEntry.class);
    }

    @Test
    void acceptingMakesAnAccountInKeycloakWhichInvitesItsOwner() {
        requests.ask(question("Guidance"), place);
        UUID id = open().orElseThrow().id();
        UUID person = requests.accept(id, "access-charity", ADMIN);
        PersonSummary summary = list.find(person).orElseThrow();
        assertThat(summary.agency()).isEqualTo("access-charity");
        assertThat(records.findById(person).orElseThrow().subject()).isNotNull();
        AccessRequestSummary answered = requests.find(id, ADMIN).orElseThrow();
        assertThat(answered.state()).isEqualTo(AccessRequestState.ACCEPTED);
        assertThat(answered.person()).isEqualTo(person);
        mail("You can use the portal now");
        PortalServices.mailSink()
                .await(
                        mail -> mail.recipient().equals(email)
                                && text(mail)
                                        .contains("/realms/" + PortalServices.REALM + "/login-actions/action-token"),
                        PATIENCE);
        assertThatThrownBy(() -> requests.accept(id, "access-charity", ADMIN)).isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> requests.decline(id, "No", ADMIN)).isInstanceOf(InvalidEntry.class);
        assertThatThrownBy(() -> accounts.open(email, "Other", "access-charity", ADMIN))
                .hasMessageContaining("already");
    }

    private static String text(MailSink.Received mail) {
        try {
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            mail.message().writeTo(bytes);
            return bytes.toString(java.nio.charset.StandardCharsets.UTF_8)
                    .replace("=\r\n", "")
                    .replace("=\n", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAgencyWithItsOwnProviderTakesOnlyItsOwnAddressesAndNeedsNoAccount() {
        assertThatThrownBy(() -> accounts.open(email, "Rowan Weald", "access-police", ADMIN))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, wrong -> assertThat(wrong.field()).isEqualTo("email"));
        String officer = "officer-" + UUID.randomUUID() + "@access-police.example";
        assertThatThrownBy(() -> accounts.open(officer, "Bramble Stour", "access-charity", ADMIN))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, wrong -> assertThat(wrong.field()).isEqualTo("agency"));
        UUID person = accounts.open(officer, "Bramble Stour", "access-police", ADMIN);
        assertThat(records.findById(person).orElseThrow().subject()).isNull();
        PortalServices.mailSink()
                .await(mail -> mail.recipient().equals(officer) && text(mail).contains("own sign-in"), PATIENCE);
    }

    @Test
    void somebodyWhoLeftComesBackAsTheSamePerson() {
        UUID person = accounts.open(email, "Rowan Weald", "access-charity", ADMIN);
        people.endMembership(person, "Left", ADMIN);
        assertThat(accounts.open(email, "Rowan Weald", "access-charity", ADMIN)).isEqualTo(person);
        assertThat(list.find(person).orElseThrow().active()).isTrue();
    }

    @Test
    void decliningTellsThePersonTheReason() {
        requests.ask(question("Curious"), place);
        UUID id = open().orElseThrow().id();
        assertThatThrownBy(() -> requests.decline(id, "  ", ADMIN)).isInstanceOf(InvalidEntry.class);
        requests.decline(id, "The portal is for partner organisations only.", ADMIN);
        assertThat(text(mail("About your request"))).contains("partner organisations only");
        assertThat(open()).isEmpty();
    }

    @Test
    void onlyAdministratorsSeeAndAnswer() {
        Reader practitioner = new Reader(UUID.randomUUID(), "access-charity", Set.of(), Set.of(), Set.of());
        assertThatThrownBy(() -> requests.open(1, practitioner)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> requests.accept(UUID.randomUUID(), "access-charity", practitioner))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> accounts.open(email, "Rowan", "access-charity", practitioner))
                .isInstanceOf(AccessDeniedException.class);
    }
}
