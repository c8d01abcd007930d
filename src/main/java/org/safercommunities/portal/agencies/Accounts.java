package org.safercommunities.portal.agencies;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets people in before they have signed in: names them in their agency and, where that has no provider of its own, has
 * Keycloak make an account and invite them to choose a password.
 *
 * <p>Keycloak first, then one transaction: what a crash in between leaves is an account that nobody can use, which the next
 * try takes up.
 */
@Service
public class Accounts {

    private final Agencies agencies;
    private final PersonRecords personRecords;
    private final AccountChecks checks;
    private final People people;
    private final KeycloakAccounts keycloak;
    private final ErasedAccounts erased;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transactions;

    Accounts(
            Agencies agencies,
            PersonRecords personRecords,
            AccountChecks checks,
            People people,
            KeycloakAccounts keycloak,
            ErasedAccounts erased,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions) {
        this.agencies = agencies;
        this.personRecords = personRecords;
        this.checks = checks;
        this.people = people;
        this.keycloak = keycloak;
        this.erased = erased;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Opens the portal to a person, who is told by mail. Not for use inside a transaction, for it talks to Keycloak.
     *
     * @param agency slug
     * @return the person's id
     * @throws InvalidEntry says what to do and at which field: {@code email}, {@code name}, {@code agency}, or
     *     {@code account} when it is for nothing entered ({@link AccountsUnavailable})
     * @throws org.springframework.security.access.AccessDeniedException when {@code by} does not look after the agency
     */
    public UUID open(String email, String name, String agency, Reader by) {
        return open(email, name, agency, by, account -> messages.publishEvent(new AccountOpened(account, by.actor())));
    }

    /** The same, with more to do in the transaction that names the person. */
    UUID open(String email, String name, String agency, Reader by, Consumer<OpenedAccount> also) {
        NotAllowed.unlessLookingAfter(agency, by);
        NewPerson entry = new NewPerson(email, name);
        AgencySummary home = agencies.find(agency)
                .filter(AgencySummary::active)
                .orElseThrow(() -> new InvalidEntry("agency", "Choose an agency that is active"));
        Optional<Person> known = checks.formerMember(entry, home);
        checks.signsInThere(entry, home);
        KeycloakAccounts.@Nullable Account account =
                home.identityProvider() == null ? portalAccount(known.map(Person::subject), entry) : null;
        try {
            return requireNonNull(transactions.execute(status -> {
                if (account != null && !erased.mayBeTaken(account.subject())) {
                    throw new InvalidEntry(
                            "account",
                            "The account that this address had is just being deleted. Try again in a minute");
                }
                UUID person = known.map(Person::id)
                        .map(id -> rejoin(id, agency, account, by))
                        .orElseGet(() -> people.name(
                                entry.email(), entry.name(), agency, account == null ? null : account.subject(), by));
                if (account != null && account.toBeInvited()) {
                    keycloak.invite(account.subject());
                }
                also.accept(
                        new OpenedAccount(person, entry.email(), entry.name(), unchanged(home), wayIn(home, account)));
                return person;
            }));
        } catch (DataIntegrityViolationException sameMoment) {
            throw AccountChecks.taken();
        }
    }

    /** Keycloak may have taken its time: what was decided by must still hold, and is what the person is told. */
    private AgencySummary unchanged(AgencySummary home) {
        return agencies.find(home.slug())
                .filter(now -> Objects.equals(now.identityProvider(), home.identityProvider()))
                .orElseThrow(() -> new InvalidEntry(
                        "agency", "Somebody has changed how people of this agency sign in. Try again"));
    }

    private static WayIn wayIn(AgencySummary home, KeycloakAccounts.@Nullable Account account) {
        if (home.identityProvider() != null) {
            return WayIn.AGENCY;
        }
        return requireNonNull(account).toBeInvited() ? WayIn.INVITATION : WayIn.ACCOUNT;
    }

    /** Whoever has one keeps it, and is invited again when they have never used it. */
    private KeycloakAccounts.Account portalAccount(Optional<String> own, NewPerson entry) {
        if (own.isPresent()) {
            return keycloak.find(own.get());
        }
        KeycloakAccounts.Account account = keycloak.open(entry.email(), entry.name());
        if (personRecords.findBySubject(account.subject()).isPresent()) {
            throw AccountChecks.taken();
        }
        return account;
    }

    private UUID rejoin(UUID id, String agency, KeycloakAccounts.@Nullable Account account, Reader by) {
        people.join(id, agency, by);
        if (account != null) {
            personRecords
                    .findById(id)
                    .filter(person -> person.subject() == null)
                    .ifPresent(person -> person.claim(Person.PORTAL, account.subject()));
        }
        return id;
    }
}
