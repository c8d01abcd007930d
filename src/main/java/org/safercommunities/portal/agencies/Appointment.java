package org.safercommunities.portal.agencies;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes somebody an administrator whom only their e-mail address names. Since an address can be claimed by anybody, it counts
 * only together with a proof: Keycloak's mail goes there before the account can be used, or the agency's own provider
 * vouches for it, or the person whom the portal knows by it is the one who proved it to Keycloak.
 */
@Component
class Appointment {

    private static final String TEAM = "Kent Community Safety Team";

    private final Agencies agencies;
    private final PersonRecords records;
    private final MembershipRecords memberships;
    private final People people;
    private final Accounts accounts;
    private final KeycloakAccounts keycloak;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transactions;

    Appointment(
            Agencies agencies,
            PersonRecords records,
            MembershipRecords memberships,
            People people,
            Accounts accounts,
            KeycloakAccounts keycloak,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions) {
        this.agencies = agencies;
        this.records = records;
        this.memberships = memberships;
        this.people = people;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Talks to Keycloak, so not for use inside a transaction.
     *
     * @throws InvalidEntry says why not; {@link AccountsUnavailable} when it can be tried again
     */
    void make(String email) {
        NewPerson entry = new NewPerson(email, nameIn(email));
        Optional<Person> member = records.findByEmail(entry.email()).stream()
                .filter(person ->
                        memberships.findByPersonIdAndEndedAtIsNull(person.id()).isPresent())
                .findFirst();
        if (member.isPresent()) {
            promote(member.get(), entry);
            return;
        }
        accounts.open(entry.email(), entry.name(), home(entry), Reader.portal(), account -> {
            records.findById(account.person()).ifPresent(this::giveRole);
            messages.publishEvent(new AccountOpened(account, null));
        });
    }

    private void promote(Person member, NewPerson entry) {
        if (Person.PORTAL.equals(member.provider())) {
            KeycloakAccounts.Account account = keycloak.open(entry.email(), entry.name());
            if (!account.subject().equals(member.subject())) {
                throw new InvalidEntry("email", "In the sign-in service this address is somebody else’s");
            }
        }
        transactions.executeWithoutResult(
                status -> records.findById(member.id()).ifPresent(this::giveRole));
    }

    private void giveRole(Person person) {
        Set<Role> roles = new TreeSet<>(person.roles());
        roles.add(Role.ADMINISTRATOR);
        people.giveRoles(person.id(), roles, Reader.portal());
    }

    /** The agency that the address belongs to; for any other address the team that runs the portal. */
    private String home(NewPerson entry) {
        return agencies.byDomain(entry.domain()).map(AgencySummary::slug).orElseGet(() -> {
            String team = SlugOf.name(TEAM);
            if (agencies.find(team).isEmpty()) {
                agencies.create(new AgencyDescription(TEAM, null, Set.of()), Reader.portal());
            }
            return team;
        });
    }

    /** Until they sign in and are called what they call themselves. */
    private static String nameIn(String email) {
        return email.substring(0, Math.max(0, email.indexOf('@')));
    }
}
