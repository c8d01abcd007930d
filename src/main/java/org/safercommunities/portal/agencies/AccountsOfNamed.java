package org.safercommunities.portal.agencies;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accounts for people who were named in passing, for example when a colleague booked a place for them: somebody whose agency has
 * no provider of its own gets an account and an invitation to choose a password. Not in the transaction that names them, which
 * may hold places that others wait for, but as an errand of the scheduler.
 */
@Service
public class AccountsOfNamed {

    private static final Logger LOG = LoggerFactory.getLogger(AccountsOfNamed.class);

    private final PersonRecords people;
    private final MembershipRecords memberships;
    private final Agencies agencies;
    private final KeycloakAccounts keycloak;
    private final ErasedAccounts erased;
    private final TransactionTemplate transaction;

    AccountsOfNamed(
            PersonRecords people,
            MembershipRecords memberships,
            Agencies agencies,
            KeycloakAccounts keycloak,
            ErasedAccounts erased,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.memberships = memberships;
        this.agencies = agencies;
        this.keycloak = keycloak;
        this.erased = erased;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Wanted(String email, String name) {}

    /**
     * Makes the account of one person unless they have one, or have left meanwhile. Does the same when repeated.
     *
     * @throws AccountsUnavailable when Keycloak cannot be asked now
     */
    public void open(UUID person) {
        Optional<Wanted> wanted = transaction.execute(status -> wanted(person));
        if (wanted == null || wanted.isEmpty()) {
            return;
        }
        try {
            KeycloakAccounts.Account account =
                    keycloak.open(wanted.get().email(), wanted.get().name());
            transaction.executeWithoutResult(status -> bind(person, account));
        } catch (AccountsUnavailable away) {
            throw away;
        } catch (InvalidEntry refused) {
            LOG.warn("Person {} was named, but can have no account: {}", person, refused.getMessage());
        }
    }

    private Optional<Wanted> wanted(UUID id) {
        return people.findById(id)
                .filter(person -> person.subject() == null)
                .filter(person -> memberships
                        .findByPersonIdAndEndedAtIsNull(id)
                        .flatMap(membership -> agencies.find(membership.agency()))
                        .filter(agency -> agency.active() && agency.identityProvider() == null)
                        .isPresent())
                .map(person -> new Wanted(person.email(), person.name()));
    }

    private void bind(UUID id, KeycloakAccounts.Account account) {
        if (!erased.mayBeTaken(account.subject())) {
            throw new IllegalStateException(
                    "The account was just deleted with somebody who was erased; another is made");
        }
        Optional<Person> owner = people.findBySubject(account.subject());
        if (owner.isPresent()) {
            LOG.warn(
                    "Person {} was named, but their address is that of the account of person {}",
                    id,
                    owner.get().id());
            return;
        }
        people.findById(id).filter(person -> person.subject() == null).ifPresent(person -> {
            person.claim(Person.PORTAL, account.subject());
            people.save(person);
            if (account.toBeInvited()) {
                keycloak.invite(account.subject());
            }
        });
    }
}
