package org.safercommunities.portal.agencies;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Admission.Admitted;
import org.safercommunities.portal.agencies.Admission.Reason;
import org.safercommunities.portal.agencies.Admission.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rule of who comes in. A person is known by (provider, subject), never by e-mail. Through an agency's own provider
 * they come into that agency only, with an address of its domains only; at the first time they become its practitioner.
 * A portal password opens the account it was made for, and brings nobody new into an agency that has a provider: whoever
 * set themselves one on the way in would keep it when the agency has long locked them out.
 *
 * <p>An e-mail address counts once: to find the person whom staff named before they first signed in, and only within the
 * agency whose provider vouches for the address.
 */
@Service
public class WhoMaySignIn {

    /** An API call is a sign-in too; its time is noted at most this often. */
    private static final Duration SIGN_IN_NOTED_FOR = Duration.ofMinutes(5);

    private final AgencyRecords agencyRecords;
    private final Agencies agencies;
    private final PersonRecords people;
    private final MembershipRecords memberships;
    private final ErasedAccounts erased;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transactions;
    private final Clock clock;

    WhoMaySignIn(
            AgencyRecords agencyRecords,
            Agencies agencies,
            PersonRecords people,
            MembershipRecords memberships,
            ErasedAccounts erased,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.agencyRecords = agencyRecords;
        this.agencies = agencies;
        this.people = people;
        this.memberships = memberships;
        this.erased = erased;
        this.messages = messages;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Decides, and makes the Person at their first sign-in; two first sign-ins at once make one Person. */
    public Admission admit(Identity identity) {
        try {
            return requireNonNull(transactions.execute(status -> decide(identity)));
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException sameMoment) {
            return requireNonNull(transactions.execute(status -> decide(identity)));
        }
    }

    private Admission decide(Identity identity) {
        Optional<Agency> through = agencyOf(identity);
        if (identity.provider() != null) {
            if (through.isEmpty()) {
                return new Refused(Reason.NO_AGENCY);
            }
            if (!ownsAddress(through.get(), identity.email())) {
                return new Refused(Reason.FOREIGN_EMAIL);
            }
        }
        Optional<Person> known = people.findBySubject(identity.subject());
        if (known.isPresent()) {
            return welcomeBack(known.get(), identity, through);
        }
        if (through.isEmpty()) {
            return new Refused(Reason.NO_AGENCY);
        }
        Agency agency = through.get();
        if (!agency.isActive()) {
            return new Refused(Reason.AGENCY_ENDED);
        }
        if (identity.provider() == null && agency.identityProvider() != null) {
            return new Refused(Reason.OTHER_PROVIDER);
        }
        if (!erased.mayBeTaken(identity.subject())) {
            return new Refused(Reason.MEMBERSHIP_ENDED);
        }
        return welcome(identity, agency);
    }

    private Admission welcomeBack(Person person, Identity identity, Optional<Agency> through) {
        String provider = identity.provider() == null ? Person.PORTAL : identity.provider();
        Optional<Membership> membership = memberships.findByPersonIdAndEndedAtIsNull(person.id());
        if (!provider.equals(person.provider())) {
            if (membership.isEmpty()
                    || !movesAlong(person, identity, through, membership.get().agency())) {
                return new Refused(Reason.OTHER_PROVIDER);
            }
            person.movesTo(provider);
            messages.publishEvent(new PersonChanged(person.id(), "signs-in-anew", Map.of("by", provider), person.id()));
        }
        if (membership.isEmpty()) {
            return new Refused(Reason.MEMBERSHIP_ENDED);
        }
        String agency = membership.get().agency();
        if (identity.provider() != null
                && through.filter(one -> one.slug().equals(agency)).isEmpty()) {
            return new Refused(Reason.MEMBERSHIP_ENDED);
        }
        if (!agencyRecords.findById(agency).filter(Agency::isActive).isPresent()) {
            return new Refused(Reason.AGENCY_ENDED);
        }
        recordSignIn(person, identity);
        return admitted(person);
    }

    /**
     * Whether the way that this person came by is no way of anybody's any more, and they come by the one that their agency has
     * in its place. It is the same account in Keycloak, whose owner has proved by mail that both are theirs.
     */
    private boolean movesAlong(Person person, Identity identity, Optional<Agency> through, String agency) {
        String before = person.provider();
        if (before == null || identity.provider() == null) {
            return before != null
                    && agencyRecords.findByIdentityProvider(before).isEmpty()
                    && agencyRecords
                            .findById(agency)
                            .filter(own -> own.identityProvider() == null)
                            .isPresent();
        }
        return through.filter(one -> one.slug().equals(agency)).isPresent()
                && (before.equals(Person.PORTAL)
                        || agencyRecords.findByIdentityProvider(before).isEmpty());
    }

    private Admission welcome(Identity identity, Agency agency) {
        String provider = identity.provider() == null ? Person.PORTAL : identity.provider();
        Optional<Person> named = identity.provider() == null
                ? Optional.empty()
                : people.findByEmail(Person.normalised(identity.email())).stream()
                        .filter(person -> person.subject() == null)
                        .filter(person -> memberships
                                .findByPersonIdAndEndedAtIsNull(person.id())
                                .filter(membership -> membership.agency().equals(agency.slug()))
                                .isPresent())
                        .findFirst();
        Person person = named.orElseGet(() -> {
            Person made =
                    people.save(new Person(UUID.randomUUID(), identity.email(), identity.name(), clock.instant()));
            memberships.saveAndFlush(new Membership(made.id(), agency.slug(), clock.instant()));
            return made;
        });
        person.claim(provider, identity.subject());
        recordSignIn(person, identity);
        messages.publishEvent(
                new PersonChanged(person.id(), "first-signed-in", Map.of("agency", agency.slug()), person.id()));
        return admitted(person);
    }

    private void recordSignIn(Person person, Identity identity) {
        if (!identity.email().isBlank()) {
            person.callThemselves(identity.email(), identity.name());
        }
        Instant now = clock.instant();
        // Asked first, or every call over the API would wait for the person's row and write nothing
        if (!person.signedInSince(now.minus(SIGN_IN_NOTED_FOR))) {
            people.recordSignIn(person.id(), now, now.minus(SIGN_IN_NOTED_FOR));
        }
    }

    /** The agency that vouches for this sign-in: by its provider, or by the one organization a portal account is in. */
    private Optional<Agency> agencyOf(Identity identity) {
        if (identity.provider() != null) {
            return agencyRecords.findByIdentityProvider(identity.provider()).map(agencies::successor);
        }
        return identity.organizations().size() == 1
                ? agencyRecords
                        .findById(identity.organizations().iterator().next())
                        .map(agencies::successor)
                : Optional.empty();
    }

    private boolean ownsAddress(Agency agency, String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(java.util.Locale.ROOT);
        return agencyRecords
                .findByDomain(domain)
                .map(agencies::successor)
                .filter(owner -> owner.slug().equals(agency.slug()))
                .isPresent();
    }

    private static Admitted admitted(Person person) {
        return new Admitted(person.id(), person.accessVersion(), person.name(), person.email(), person.roles());
    }
}
