package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Accounts;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.Admission;
import org.safercommunities.portal.agencies.ErasedAccounts;
import org.safercommunities.portal.agencies.Identity;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.KeycloakAccounts;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PersonHolds;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.WhoMaySignIn;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.shared.privacy.Retention;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is erased here is gone from Keycloak too, and nobody else is. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class ErasedAccountsIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ErasedAccounts erased;

    @Autowired
    private KeycloakAdmin keycloak;

    @Autowired
    private KeycloakProperties settings;

    @Autowired
    private People people;

    @Autowired
    private PersonHolds holds;

    @Autowired
    private WhoMaySignIn whoMaySignIn;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    @Qualifier("peopleWhoLeftInTime")
    private Retention leaving;

    @Autowired
    @Qualifier("erasedAccountsInTime")
    private Retention finishing;

    private String agency;
    private Reader administrator;
    private String email;

    @BeforeEach
    void anAgencyWithoutAProvider() {
        Somebody somebody = new Somebody(portal);
        agency = somebody.agency("Goes");
        administrator = somebody.of(agency, Role.ADMINISTRATOR);
        email = "goes-" + UUID.randomUUID() + "@charity.example";
    }

    private UUID opened() {
        return accounts.open(email, "Ottilie Leaver", agency, administrator);
    }

    private Optional<String> subject(UUID person) {
        return Optional.ofNullable(jdbc.sql("SELECT subject FROM person WHERE id = ?")
                .param(person.toString())
                .query((row, number) -> Optional.ofNullable(row.getString("subject")))
                .single()
                .orElse(null));
    }

    private void left(UUID person) {
        people.endMembership(person, "Left", Reader.portal());
        jdbc.sql("UPDATE membership SET ended_at = ? WHERE person_id = ?")
                .params(Sql.utc(Instant.now()).minusDays(91), person.toString())
                .update();
    }

    private void waits(String subject) {
        jdbc.sql("INSERT INTO account_to_delete (subject, person_id, since) VALUES (?, ?, ?)")
                .params(subject, administrator.personId().toString(), Sql.utc(Instant.now()))
                .update();
    }

    private boolean isThere(String subject) {
        return keycloak.get(subject).isPresent();
    }

    private static void until(BooleanSupplier so) {
        for (int i = 0; i < 150 && !so.getAsBoolean(); i++) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        assertThat(so.getAsBoolean()).isTrue();
    }

    private int lines(UUID person) {
        return jdbc.sql(
                        "SELECT COUNT(*) FROM audit_row WHERE action = 'agencies.person-account-deleted' AND subject = ?")
                .param("person:" + person)
                .query(Integer.class)
                .single();
    }

    @Test
    void theAccountGoesWithItsPersonAndTheTrailSaysSo() {
        UUID person = opened();
        String subject = subject(person).orElseThrow();
        left(person);
        leaving.run().getAsInt();
        until(() -> lines(person) == 1);
        assertThat(isThere(subject)).isFalse();
        assertThat(keycloak.find(email)).isEmpty();
        UUID again = opened();
        assertThat(again).as("who comes back is somebody new").isNotEqualTo(person);
        assertThat(subject(again)).isPresent().get().isNotEqualTo(subject);
        assertThat(isThere(subject(again).orElseThrow())).isTrue();
    }

    @Test
    void anAccountThatIsLinkedToAnAgencysProviderGoesToo() {
        UUID person = opened();
        String subject = subject(person).orElseThrow();
        keycloak.ask(token -> keycloak.http()
                .post()
                .uri(URI.create(settings.admin() + "/users/" + subject + "/federated-identity/kent-police"))
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.setBearerAuth(token))
                .body(Map.of(
                        "identityProvider",
                        "kent-police",
                        "userId",
                        UUID.randomUUID().toString(),
                        "userName",
                        email))
                .retrieve()
                .toBodilessEntity());
        assertThat(keycloak.isFederated(subject)).isTrue();
        left(person);
        leaving.run().getAsInt();
        until(() -> !isThere(subject));
    }

    @Test
    void whoIsHeldOrStillBelongsSomewhereKeepsTheirAccount() {
        UUID held = opened();
        left(held);
        holds.hold(held, new PersonHolds.Hold("A court has asked for it", null), administrator);
        email = "stays-" + email;
        UUID member = opened();
        leaving.run().getAsInt();
        for (UUID person : List.of(held, member)) {
            String subject = subject(person).orElseThrow();
            assertThat(waiting(subject)).isZero();
            assertThat(isThere(subject)).isTrue();
        }
    }

    private int waiting(String subject) {
        return jdbc.sql("SELECT COUNT(*) FROM account_to_delete WHERE subject = ? AND deleted_at IS NULL")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    /** The portal's own object, with a Keycloak that nobody answers for. */
    private ErasedAccounts away() {
        KeycloakAccounts nobodyAnswers = new KeycloakErrands(
                new KeycloakAdmin(
                        new KeycloakProperties("http://localhost:1/realms/safer-communities", null, "x", "x"),
                        Clock.systemUTC()),
                portal.getBeanProvider(com.github.kagkarlsson.scheduler.Scheduler.class),
                Clock.systemUTC());
        return (ErasedAccounts) BeanUtils.instantiateClass(
                ErasedAccounts.class.getDeclaredConstructors()[0],
                jdbc,
                nobodyAnswers,
                (ApplicationEventPublisher) portal,
                Clock.systemUTC());
    }

    @Test
    void whileKeycloakIsAwayItWaitsAndLaterItIsDoneOnce() {
        String subject = keycloak.create(email, "Ottilie", "Leaver").orElseThrow();
        waits(subject);
        ErasedAccounts away = away();
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> away.delete(subject)))
                .isInstanceOf(AccountsUnavailable.class);
        assertThat(waiting(subject)).isEqualTo(1);
        assertThat(isThere(subject)).isTrue();
        erased.delete(subject);
        erased.delete(subject);
        assertThat(waiting(subject)).isZero();
        assertThat(isThere(subject)).isFalse();
        assertThat(lines(administrator.personId())).isEqualTo(1);
    }

    @Test
    void whatKeycloakWasAwayForTooLongForIsBegunAnew() {
        String subject = keycloak.create(email, "Ottilie", "Leaver").orElseThrow();
        waits(subject);
        finishing.run().getAsInt();
        assertThat(isThere(subject)).as("the errand is not over yet").isTrue();
        old(subject);
        assertThat(finishing.due().applyAsLong(Instant.now())).isPositive();
        finishing.run().getAsInt();
        until(() -> waiting(subject) == 0);
        assertThat(isThere(subject)).isFalse();
        finishing.run().getAsInt();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM account_to_delete WHERE subject = ?")
                        .param(subject)
                        .query(Integer.class)
                        .single())
                .as("no number of theirs is kept")
                .isZero();
    }

    private void old(String subject) {
        jdbc.sql("UPDATE account_to_delete SET since = since - INTERVAL 4 DAY WHERE subject = ?")
                .param(subject)
                .update();
    }

    @Test
    void anAccountThatIsSomebodysStays() {
        UUID person = opened();
        String subject = subject(person).orElseThrow();
        waits(subject);
        erased.delete(subject);
        assertThat(isThere(subject)).isTrue();
        assertThat(waiting(subject)).isZero();
        String unasked = keycloak.create("un" + email, "Hazel", "Wantsum").orElseThrow();
        erased.delete(unasked);
        assertThat(isThere(unasked)).as("nobody asked for it").isTrue();
    }

    @Test
    void whoComesWithAnAccountThatHasJustGoneIsNotBoundToIt() {
        String subject = keycloak.create(email, "Ottilie", "Leaver").orElseThrow();
        waits(subject);
        erased.delete(subject);
        assertThat(whoMaySignIn.admit(new Identity(subject, null, Set.of(agency), email, "Ottilie Leaver")))
                .isEqualTo(new Admission.Refused(Admission.Reason.MEMBERSHIP_ENDED));
        String other = UUID.randomUUID().toString();
        assertThat(whoMaySignIn.admit(new Identity(other, null, Set.of(agency), email, "Ottilie Leaver")))
                .isInstanceOf(Admission.Admitted.class);
    }

    /** Named anew while the errand runs: either they have an account that is there, or they are told to try again. */
    @Test
    void nobodyIsBoundToAnAccountThatGoesAtTheSameMoment() throws Exception {
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 6; i++) {
                email = "race-" + UUID.randomUUID() + "@charity.example";
                String subject = keycloak.create(email, "Ottilie", "Leaver").orElseThrow();
                waits(subject);
                String address = email;
                Callable<Optional<UUID>> naming = () -> {
                    try {
                        return Optional.of(accounts.open(address, "Ottilie Leaver", agency, administrator));
                    } catch (InvalidEntry again) {
                        return Optional.empty();
                    }
                };
                Future<Optional<UUID>> named = threads.submit(naming);
                // Later from time to time, so that each comes first at least once
                LockSupport.parkNanos(Duration.ofMillis(i * 15L).toNanos());
                threads.submit(() -> erased.delete(subject)).get();
                Optional<String> bound = named.get().flatMap(this::subject);
                bound.ifPresent(one -> assertThat(isThere(one)).isTrue());
                assertThat(bound.filter(subject::equals).isPresent())
                        .as("it is theirs, or it is gone")
                        .isEqualTo(isThere(subject));
                outcomes.add(bound.isEmpty() ? "again" : bound.get().equals(subject) ? "kept" : "new");
            }
        }
        assertThat(outcomes).hasSize(6);
    }

    /** The control: deleted past the row, as a careless errand might, the same question finds somebody bound to nothing. */
    @Test
    void anErrandThatDidNotHoldTheRowWouldBeNoticed() {
        String subject = keycloak.create(email, "Ottilie", "Leaver").orElseThrow();
        waits(subject);
        UUID person = opened();
        assertThat(subject(person)).hasValue(subject);
        keycloak.delete(subject);
        assertThat(isThere(subject(person).orElseThrow())).isFalse();
    }
}
