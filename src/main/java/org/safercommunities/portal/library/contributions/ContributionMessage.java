package org.safercommunities.portal.library.contributions;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Something was done to an offered document.
 *
 * @param what in the past tense: {@code begun}, {@code sent}, {@code declined}, {@code published} …
 * @param actor null when the portal did it by the clock
 */
public record ContributionMessage(
        UUID offer,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "library.offer-" + what, "document-offer:" + offer, details);
    }
}
