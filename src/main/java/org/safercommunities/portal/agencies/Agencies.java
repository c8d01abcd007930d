package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agencies: who they are, how their people sign in, and what became of them. */
@Service
public class Agencies {

    private final AgencyRecords agencies;
    private final MembershipRecords memberships;
    private final PersonRecords people;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Agencies(
            AgencyRecords agencies,
            MembershipRecords memberships,
            PersonRecords people,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.agencies = agencies;
        this.memberships = memberships;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
    }

    /** Every agency there is or was, by name. */
    @Transactional(readOnly = true)
    public List<AgencySummary> all() {
        return agencies.findAllByOrderByName().stream().map(Agency::summary).toList();
    }

    @Transactional(readOnly = true)
    public Optional<AgencySummary> find(String slug) {
        return agencies.findById(slug).map(Agency::summary);
    }

    /** The agency that an e-mail domain belongs to now; empty when nobody knows the domain or its agency ended. */
    @Transactional(readOnly = true)
    public Optional<AgencySummary> byDomain(String domain) {
        return agencies.findByDomain(domain.toLowerCase(java.util.Locale.ROOT))
                .map(this::successor)
                .filter(Agency::isActive)
                .map(Agency::summary);
    }

    @Transactional
    public AgencySummary create(AgencyDescription description, Reader by) {
        NotAllowed.unlessAdministrator(by);
        String slug = SlugOf.name(description.name());
        if (agencies.existsById(slug)) {
            throw new InvalidEntry("name", "There is an agency of this name already, perhaps one that ended");
        }
        claimable(description, slug);
        Agency agency = agencies.save(
                new Agency(slug, description.name(), description.identityProvider(), description.domains()));
        tell(slug, "created", facts(description), by);
        return agency.summary();
    }

    /** Changes name, provider and domains. The slug stays, so that nothing that refers to the agency is lost. */
    @Transactional
    public void describe(String slug, AgencyDescription description, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Agency agency = existing(slug);
        claimable(description, slug);
        String before = agency.name();
        agency.describe(description.name(), description.identityProvider(), description.domains());
        var facts = new java.util.HashMap<>(facts(description));
        facts.put("nameBefore", before);
        tell(slug, "described", facts, by);
    }

    /** Switches the agency off: nobody of it signs in, open sessions end, and everything it did stays. */
    @Transactional
    public void end(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Agency agency = existing(slug);
        if (agency.isActive()) {
            agency.end(clock.instant());
            tell(slug, "ended", Map.of(), by);
        }
    }

    @Transactional
    public void reopen(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        existing(slug).reopen();
        tell(slug, "reopened", Map.of(), by);
    }

    /**
     * Makes one agency part of another. Its people become people of the other, sign in as they did, and see what either
     * was meant to see; what it published keeps its name.
     */
    @Transactional
    public void merge(String slug, String into, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Agency agency = existing(slug);
        Agency other = existing(into);
        if (slug.equals(into) || !other.isActive() || agency.mergedInto() != null) {
            throw new InvalidEntry("into", "Choose another agency that is still active");
        }
        agency.mergeInto(other, clock.instant());
        agencies.findByMergedInto(slug).forEach(earlier -> earlier.mergeInto(other, clock.instant()));
        for (Membership membership : memberships.findByAgencyAndEndedAtIsNull(slug)) {
            membership.end("%s became part of %s".formatted(agency.name(), other.name()), clock.instant());
            memberships.saveAndFlush(membership);
            memberships.save(new Membership(membership.personId(), into, clock.instant()));
            people.findById(membership.personId()).ifPresent(Person::accessChanged);
        }
        tell(slug, "merged", Map.of("into", into), by);
    }

    /** The agency that another became part of, however many steps on; itself when it is still its own. */
    Agency successor(Agency agency) {
        Agency current = agency;
        for (int steps = 0; current.mergedInto() != null && steps < 20; steps++) {
            current = existing(java.util.Objects.requireNonNull(current.mergedInto()));
        }
        return current;
    }

    private void claimable(AgencyDescription description, String slug) {
        for (String domain : description.domains()) {
            agencies.findByDomain(domain)
                    .filter(owner -> !owner.slug().equals(slug))
                    .ifPresent(owner -> {
                        throw new InvalidEntry("domains", "%s belongs to %s".formatted(domain, owner.name()));
                    });
        }
        String provider = description.identityProvider();
        if (provider != null) {
            agencies.findByIdentityProvider(provider)
                    .filter(owner -> !owner.slug().equals(slug))
                    .ifPresent(owner -> {
                        throw new InvalidEntry(
                                "identityProvider", "“%s” is the provider of %s".formatted(provider, owner.name()));
                    });
        }
    }

    private Agency existing(String slug) {
        return agencies.findById(slug).orElseThrow(() -> new InvalidEntry("agency", "There is no such agency"));
    }

    private static Map<String, String> facts(AgencyDescription description) {
        Set<String> domains = new TreeSet<>(description.domains());
        String provider = description.identityProvider();
        return Map.of(
                "name", description.name(),
                "domains", String.join(" ", domains),
                "identityProvider", provider == null ? "" : provider);
    }

    private void tell(String slug, String what, Map<String, String> details, Reader by) {
        messages.publishEvent(new AgencyChanged(slug, what, details, by.actor()));
    }
}
