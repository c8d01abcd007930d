package org.safercommunities.portal.agencies;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody without an account asks to be let in; an administrator answers once. */
@Entity
class AccessRequest {

    private static final int LONGEST = 2000;

    @Id
    private UUID id;

    private String email;

    private String name;

    private String organisation;

    private String reason;

    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private AccessRequestState state;

    @Nullable
    private String answer;

    @Nullable
    private Instant answeredAt;

    @Nullable
    private UUID answeredBy;

    @Nullable
    private UUID personId;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected AccessRequest() {}

    AccessRequest(AccessQuestion question, Instant now) {
        this.id = UUID.randomUUID();
        this.email = question.email();
        this.name = question.name();
        this.organisation = question.organisation();
        this.reason = question.reason();
        this.askedAt = now;
        this.state = AccessRequestState.OPEN;
    }

    /** Asked again before an answer came: what is new is added, as far as there is room. */
    void askedAgain(AccessQuestion question) {
        String more = "\n\nAsked again: " + question.reason();
        if (!reason.contains(question.reason()) && reason.length() + more.length() <= LONGEST) {
            reason = reason + more;
        }
    }

    void accept(UUID person, @Nullable UUID by, Instant now) {
        answered(AccessRequestState.ACCEPTED, by, now);
        personId = person;
    }

    void decline(String words, @Nullable UUID by, Instant now) {
        answered(AccessRequestState.DECLINED, by, now);
        answer = words;
    }

    private void answered(AccessRequestState newState, @Nullable UUID by, Instant now) {
        if (state != AccessRequestState.OPEN) {
            throw new InvalidEntry("request", "Somebody has answered this request meanwhile");
        }
        state = newState;
        answeredBy = by;
        answeredAt = now;
    }

    UUID id() {
        return id;
    }

    AccessRequestSummary summary() {
        return new AccessRequestSummary(
                id, email, name, organisation, reason, askedAt, state, answer, answeredAt, answeredBy, personId);
    }
}
