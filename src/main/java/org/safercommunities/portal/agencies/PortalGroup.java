package org.safercommunities.portal.agencies;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** People of several agencies who share what is not for the others: a board, a steering group, a task group. */
@Entity
class PortalGroup {

    @Id
    private String slug;

    private String name;

    @Enumerated(EnumType.STRING)
    private GroupKind kind;

    private String description;

    @Nullable
    private Instant endedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected PortalGroup() {}

    PortalGroup(String slug, GroupKind kind, String name, String description) {
        this.slug = slug;
        this.kind = kind;
        this.name = name;
        this.description = description;
    }

    void describe(GroupKind newKind, String newName, String newDescription) {
        kind = newKind;
        name = newName;
        description = newDescription;
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

    boolean isActive() {
        return endedAt == null;
    }

    GroupSummary summary(int people) {
        return new GroupSummary(slug, kind, name, description, people, endedAt == null);
    }
}
