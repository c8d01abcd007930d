package org.safercommunities.portal.bulletins;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Something was done to a bulletin.
 *
 * @param what in the past tense: {@code begun}, {@code changed}, {@code submitted}, {@code approved}, {@code scheduled} …
 * @param actor null when the portal did it by the clock
 */
public record BulletinMessage(
        UUID bulletin,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "bulletins.bulletin-" + what, "bulletin:" + bulletin, details);
    }
}
