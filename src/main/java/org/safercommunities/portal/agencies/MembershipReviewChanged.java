package org.safercommunities.portal.agencies;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * The quarterly look through an agency's people began, is due soon, or was finished.
 *
 * @param what {@code began}, {@code due} or {@code finished}
 * @param due null when it was finished
 */
public record MembershipReviewChanged(
        String agency,
        String what,
        @Nullable LocalDate due,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                "agencies.review-" + what,
                "agency:" + agency,
                due == null ? Map.of() : Map.of("due", due.toString()));
    }
}
