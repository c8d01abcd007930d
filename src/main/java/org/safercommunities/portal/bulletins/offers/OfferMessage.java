package org.safercommunities.portal.bulletins.offers;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Something was done to an offered item.
 *
 * @param what in the past tense: {@code begun}, {@code offered}, {@code edited}, {@code taken-in}, {@code declined} …
 * @param actor null when the portal did it by the clock
 */
public record OfferMessage(
        UUID offer,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "bulletins.offer-" + what, "bulletin-offer:" + offer, details);
    }
}
