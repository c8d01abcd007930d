package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agencies: who they are, how their people sign in, and what became of them. */
@Service
public class Agencies {

    private final AgencyRecords agencies;
    private final AgencyMerging merging;
    private final AgencyClaims claims;
    private final SomebodyAdministers somebodyAdministers;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Agencies(
            AgencyRecords agencies,
            AgencyMerging merging,
            AgencyClaims claims,
            SomebodyAdministers somebodyAdministers,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.agencies = agencies;
        this.merging = merging;
        this.claims = claims;
        this.somebodyAdministers = somebodyAdministers;
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

    /** What it is called; its slug itself when there is no such agency. */
    @Transactional(readOnly = true)
    public String nameOf(String slug) {
        return find(slug).map(AgencySummary::name).orElse(slug);
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
        claims.check(description, slug);
        Agency agency = agencies.saveAndFlush(
                new Agency(slug, description.name(), description.identityProvider(), description.domains()));
        tell(slug, "created", facts(description), by);
        return agency.summary();
    }

    /** Changes name, provider and domains. The slug stays, so that nothing that refers to the agency is lost. */
    @Transactional
    public void describe(String slug, AgencyDescription description, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Agency agency = existing(slug);
        claims.check(description, slug);
        String before = agency.name();
        agency.describe(description.name(), description.identityProvider(), description.domains());
        var facts = new java.util.HashMap<>(facts(description));
        if (!before.equals(description.name())) {
            facts.put("nameBefore", before);
        }
        tell(slug, "described", facts, by);
    }

    /**
     * Lets its people in by a provider from now on, or by portal passwords when there is none.
     *
     * @param alias of the provider in Keycloak
     */
    @Transactional
    public void signInBy(String slug, @Nullable String alias, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Agency agency = locked(slug).getFirst();
        Set<String> domains = agency.summary().domains();
        AgencyDescription description = new AgencyDescription(agency.name(), alias, domains);
        claims.check(description, slug);
        agency.describe(agency.name(), alias, domains);
        tell(slug, "signs-in-by", Map.of("identityProvider", alias == null ? "portal passwords" : alias), by);
    }

    /**
     * Switches the agency off: nobody of it signs in, open sessions end, and everything it did stays. For the portal itself;
     * people need {@linkplain AgencyEndings a second one}.
     */
    @Transactional
    public void end(String slug, Reader by) {
        NotAllowed.unlessPortal(by);
        endAgreed(slug, by);
    }

    /** When two have agreed. */
    @Transactional
    void endAgreed(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        if (slug.equals(by.agencyId())) {
            throw new InvalidEntry("agency", "You would lock yourself out. Merge your agency into another instead");
        }
        somebodyAdministers.stillAfter(() -> {
            Agency agency = locked(slug).getFirst();
            if (agency.isActive()) {
                agency.end(clock.instant());
                tell(slug, "ended", Map.of(), by);
            }
        });
    }

    @Transactional
    public void reopen(String slug, Reader by) {
        NotAllowed.unlessAdministrator(by);
        Agency agency = locked(slug).getFirst();
        if (agency.mergedInto() != null) {
            throw new InvalidEntry("agency", "It has become part of another agency and cannot be opened again");
        }
        agency.reopen();
        tell(slug, "reopened", Map.of(), by);
    }

    /**
     * Makes one agency part of another. Its people become people of the other, sign in as they did, and see what either
     * was meant to see; what it published keeps its name. For the portal itself; people need {@linkplain AgencyEndings a second one}.
     */
    @Transactional
    public void merge(String slug, String into, Reader by) {
        NotAllowed.unlessPortal(by);
        mergeAgreed(slug, into, by);
    }

    /** When two have agreed. */
    @Transactional
    void mergeAgreed(String slug, String into, Reader by) {
        NotAllowed.unlessAdministrator(by);
        locked(slug, into);
        merging.merge(existing(slug), existing(into));
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

    /** So that two who merge, end or open the same agencies at the same moment do it one after the other. */
    private List<Agency> locked(String... slugs) {
        List<Agency> found = agencies.lock(List.of(slugs));
        if (found.isEmpty()) {
            throw new InvalidEntry("agency", "There is no such agency");
        }
        return found;
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
