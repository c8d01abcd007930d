package org.safercommunities.portal.agencies;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's stay in an agency. One lasts at a time; those that ended are kept. */
@Entity
class Membership {

    @Id
    private UUID id;

    private UUID personId;

    private String agency;

    private Instant since;

    @Nullable
    private Instant confirmedAt;

    @Nullable
    private Instant endedAt;

    @Column(length = 300)
    @Nullable
    private String endReason;

    @SuppressWarnings("NullAway.Init")
    protected Membership() {}

    Membership(UUID personId, String agency, Instant now) {
        this.id = UUID.randomUUID();
        this.personId = personId;
        this.agency = agency;
        this.since = now;
    }

    void end(String reason, Instant now) {
        endedAt = now;
        endReason = reason;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    UUID personId() {
        return personId;
    }

    String agency() {
        return agency;
    }
}
