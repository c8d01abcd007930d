package org.safercommunities.portal.agencies;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by their address for those who act on their behalf, and names them when they are not here yet. Editors may for
 * every agency, coordinators for their own; nobody learns by it who is in another agency.
 */
@Service
public class Colleagues {

    private final PersonRecords personRecords;
    private final MembershipRecords memberships;
    private final Agencies agencies;
    private final People people;
    private final AccountChecks checks;
    private final KeycloakAccounts keycloak;

    Colleagues(
            PersonRecords personRecords,
            MembershipRecords memberships,
            Agencies agencies,
            People people,
            AccountChecks checks,
            KeycloakAccounts keycloak) {
        this.personRecords = personRecords;
        this.memberships = memberships;
        this.agencies = agencies;
        this.people = people;
        this.checks = checks;
        this.keycloak = keycloak;
    }

    /** @param agency slug of the agency they belong to now */
    public record Colleague(UUID id, String agency) {}

    /**
     * The person with this address; named in the agency when nobody has it. At their first sign-in they become this person.
     *
     * @param agency slug; null for the agency whose domain the address has, or the coordinator’s own
     * @throws InvalidEntry says what to do and at which field: {@code email}, {@code name} or {@code agency}
     */
    @Transactional
    public Colleague findOrName(String email, String name, @Nullable String agency, Reader by) {
        boolean everywhere = by.is(Role.EDITOR);
        if (!everywhere && !by.is(Role.COORDINATOR)) {
            throw new AccessDeniedException("Only editors and coordinators act for colleagues");
        }
        String address = Person.normalised(email);
        List<Person> known = personRecords.findByEmail(address);
        Optional<Colleague> member = known.stream()
                .flatMap(person -> memberships.findByPersonIdAndEndedAtIsNull(person.id()).stream())
                .map(membership -> new Colleague(membership.personId(), membership.agency()))
                .findFirst();
        if (member.isPresent()) {
            return member.filter(one -> everywhere || one.agency().equals(by.agencyId()))
                    .orElseThrow(Colleagues::notTheirs);
        }
        if (!known.isEmpty()) {
            throw everywhere
                    ? new InvalidEntry(
                            "email", "This person has left their agency. Ask an administrator to let them back in")
                    : notTheirs();
        }
        NewPerson entry = new NewPerson(email, name);
        AgencySummary home = home(entry, agency, by, everywhere);
        checks.signsInThere(entry, home);
        UUID named = people.nameAsChecked(entry.email(), entry.name(), home.slug(), null, by);
        if (home.identityProvider() == null) {
            keycloak.openLater(named);
        }
        return new Colleague(named, home.slug());
    }

    /** The member of this agency with this address, for a colleague who knows it. */
    @Transactional(readOnly = true)
    public Colleague findInAgency(String email, String agency) {
        return personRecords.findByEmail(Person.normalised(email)).stream()
                .flatMap(person -> memberships.findByPersonIdAndEndedAtIsNull(person.id()).stream())
                .filter(membership -> membership.agency().equals(agency))
                .map(membership -> new Colleague(membership.personId(), agency))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidEntry(
                                "email",
                                "No colleague of your agency has this address. Ask your coordinator if they have no account yet"));
    }

    private AgencySummary home(NewPerson entry, @Nullable String agency, Reader by, boolean everywhere) {
        if (!everywhere && agency != null && !agency.equals(by.agencyId())) {
            throw notTheirs();
        }
        Optional<AgencySummary> home = agency != null
                ? agencies.find(agency)
                : everywhere ? agencies.byDomain(entry.domain()) : agencies.find(by.agencyId());
        return home.filter(AgencySummary::active)
                .orElseThrow(() ->
                        new InvalidEntry("agency", "Choose the agency that %s belongs to".formatted(entry.name())));
    }

    private static InvalidEntry notTheirs() {
        return new InvalidEntry("email", "Enter the address of a colleague of your own agency");
    }
}
