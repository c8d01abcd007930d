package org.safercommunities.portal.agencies;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An organisation whose people use the portal. Never deleted: it ends, or becomes part of another. */
@Entity
class Agency {

    @Id
    private String slug;

    private String name;

    /** Alias of its own provider in Keycloak; null when its people have portal passwords. */
    @Nullable
    private String identityProvider;

    @Nullable
    private String mergedInto;

    @Nullable
    private Instant endedAt;

    @ElementCollection
    @CollectionTable(name = "agency_domain", joinColumns = @JoinColumn(name = "agency"))
    @Column(name = "domain")
    private Set<String> domains = new TreeSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Agency() {}

    Agency(String slug, String name, @Nullable String identityProvider, Set<String> domains) {
        this.slug = slug;
        this.name = name;
        this.identityProvider = identityProvider;
        this.domains.addAll(domains);
    }

    void describe(String newName, @Nullable String newIdentityProvider, Set<String> newDomains) {
        name = newName;
        identityProvider = newIdentityProvider;
        domains.clear();
        domains.addAll(newDomains);
    }

    void end(Instant now) {
        endedAt = now;
    }

    void reopen() {
        if (mergedInto != null) {
            throw new IllegalStateException(
                    "%s became part of %s and cannot be opened again".formatted(slug, mergedInto));
        }
        endedAt = null;
    }

    /** Its people move by their memberships; its domains and provider go along, so that they sign in as before. */
    void mergeInto(Agency other, Instant now) {
        mergedInto = other.slug;
        endedAt = now;
    }

    boolean isActive() {
        return endedAt == null;
    }

    String slug() {
        return slug;
    }

    String name() {
        return name;
    }

    @Nullable
    String identityProvider() {
        return identityProvider;
    }

    @Nullable
    String mergedInto() {
        return mergedInto;
    }

    AgencySummary summary() {
        return new AgencySummary(slug, name, identityProvider, Set.copyOf(domains), mergedInto, isActive());
    }
}
