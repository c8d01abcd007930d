package org.safercommunities.portal.agencies;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether an address can have an account in an agency. */
@Component
class AccountChecks {

    private final Agencies agencies;
    private final PersonRecords people;
    private final MembershipRecords memberships;

    AccountChecks(Agencies agencies, PersonRecords people, MembershipRecords memberships) {
        this.agencies = agencies;
        this.people = people;
        this.memberships = memberships;
    }

    /** Somebody who was here before comes back as the same person, by the same way of signing in. */
    Optional<Person> formerMember(NewPerson entry, AgencySummary home) {
        List<Person> known = people.findByEmail(entry.email());
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

    /** The address decides at sign-in where a person is sent, so it has to fit the agency. */
    void signsInThere(NewPerson entry, AgencySummary home) {
        Optional<AgencySummary> owner = agencies.byDomain(entry.domain());
        boolean own = owner.filter(agency -> agency.slug().equals(home.slug())).isPresent();
        if (home.identityProvider() != null && !own) {
            throw new InvalidEntry(
                    "email",
                    "People of %s sign in there, with an address of %s. “%s” is none of its domains"
                            .formatted(home.name(), home.name(), entry.domain()));
        }
        owner.filter(agency -> !own && agency.identityProvider() != null).ifPresent(agency -> {
            throw new InvalidEntry(
                    "agency", "With this address people sign in at %s. Choose that agency".formatted(agency.name()));
        });
    }

    static InvalidEntry taken() {
        return new InvalidEntry("email", "Somebody with this address is here already");
    }
}
