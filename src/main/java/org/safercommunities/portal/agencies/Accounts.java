package org.safercommunities.portal.agencies;

import static java.util.Objects.requireNonNull;

import java.util.List;
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
    private final MembershipRecords memberships;
    private final People people;
    private final SignInHome signInHome;
    private final KeycloakAccounts keycloak;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transactions;

    Accounts(
            Agencies agencies,
            PersonRecords personRecords,
            MembershipRecords memberships,
            People people,
            SignInHome signInHome,
            KeycloakAccounts keycloak,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions) {
        this.agencies = agencies;
        this.personRecords = personRecords;
        this.memberships = memberships;
        this.people = people;
        this.signInHome = signInHome;
        this.keycloak = keycloak;
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
        return open(
                email,
                name,
                agency,
                by,
                person -> messages.publishEvent(new AccountOpened(person, agency, by.actor())));
    }

    /** The same, with more to do in the transaction that names the person. */
    UUID open(String email, String name, String agency, Reader by, Consumer<UUID> also) {
        NotAllowed.unlessLookingAfter(agency, by);
        NewPerson entry = new NewPerson(email, name);
        AgencySummary home = agencies.find(agency)
                .filter(AgencySummary::active)
                .orElseThrow(() -> new InvalidEntry("agency", "Choose an agency that is active"));
        Optional<Person> known = formerMember(entry, home);
        signInHome.check(entry, home);
        KeycloakAccounts.@Nullable Account account =
                home.identityProvider() == null && known.map(Person::subject).isEmpty() ? freeAccount(entry) : null;
        try {
            return requireNonNull(transactions.execute(status -> {
                UUID person = known.map(Person::id)
                        .map(id -> rejoin(id, agency, account, by))
                        .orElseGet(() -> people.name(
                                entry.email(), entry.name(), agency, account == null ? null : account.subject(), by));
                if (account != null && account.toBeInvited()) {
                    keycloak.invite(account.subject());
                }
                also.accept(person);
                return person;
            }));
        } catch (DataIntegrityViolationException sameMoment) {
            throw taken();
        }
    }

    private KeycloakAccounts.Account freeAccount(NewPerson entry) {
        KeycloakAccounts.Account account = keycloak.open(entry.email(), entry.name());
        if (personRecords.findBySubject(account.subject()).isPresent()) {
            throw taken();
        }
        return account;
    }

    /** Somebody who was here before comes back as the same person, by the same way of signing in. */
    private Optional<Person> formerMember(NewPerson entry, AgencySummary home) {
        List<Person> known = personRecords.findByEmail(entry.email());
        for (Person person : known) {
            if (memberships.findByPersonIdAndEndedAtIsNull(person.id()).isPresent()) {
                throw taken();
            }
        }
        String way = home.identityProvider() == null ? Person.PORTAL : home.identityProvider();
        Optional<Person> same = known.stream()
                .filter(person -> person.provider() == null || way.equals(person.provider()))
                .findFirst();
        if (same.isEmpty() && !known.isEmpty()) {
            throw new InvalidEntry(
                    "agency",
                    "This person was here before and signed in another way. Choose the agency they came from");
        }
        return same;
    }

    private UUID rejoin(UUID id, String agency, KeycloakAccounts.@Nullable Account account, Reader by) {
        people.join(id, agency, by);
        if (account != null) {
            personRecords.findById(id).ifPresent(person -> person.claim(Person.PORTAL, account.subject()));
        }
        return id;
    }

    private static InvalidEntry taken() {
        return new InvalidEntry("email", "Somebody with this address is here already");
    }
}
