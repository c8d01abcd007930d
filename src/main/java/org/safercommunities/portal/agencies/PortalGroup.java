package org.safercommunities.portal.agencies;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People of several agencies who share what is not for the others: a board, a steering group, a task group. */
@Entity
class PortalGroup {

    @Id
    private String slug;

    private String name;

    private String description;

    @Nullable
    private Instant endedAt;

    @ElementCollection
    @CollectionTable(name = "group_member", joinColumns = @JoinColumn(name = "group_slug"))
    @Column(name = "person_id")
    private Set<UUID> members = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected PortalGroup() {}

    PortalGroup(String slug, String name, String description) {
        this.slug = slug;
        this.name = name;
        this.description = description;
    }

    void describe(String newName, String newDescription) {
        name = newName;
        description = newDescription;
    }

    boolean add(UUID person) {
        return members.add(person);
    }

    boolean remove(UUID person) {
        return members.remove(person);
    }

    void end(Instant now) {
        endedAt = now;
    }

    void reopen() {
        endedAt = null;
    }

    String slug() {
        return slug;
    }

    GroupSummary summary() {
        return new GroupSummary(slug, name, description, members.size(), endedAt == null);
    }
}
