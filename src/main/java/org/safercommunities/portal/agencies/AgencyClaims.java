package org.safercommunities.portal.agencies;

import org.springframework.stereotype.Component;

/** The rule that an e-mail domain, and a provider in Keycloak, belongs to one agency only. */
@Component
class AgencyClaims {

    private final AgencyRecords agencies;

    AgencyClaims(AgencyRecords agencies) {
        this.agencies = agencies;
    }

    void check(AgencyDescription description, String slug) {
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
}
