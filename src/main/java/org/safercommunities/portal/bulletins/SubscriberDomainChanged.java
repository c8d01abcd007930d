package org.safercommunities.portal.bulletins;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * The team allowed a domain to have bulletins, or does so no more.
 *
 * @param what {@code allowed} or {@code withdrawn}
 */
public record SubscriberDomainChanged(
        String domain, String what, @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "bulletins.domain-" + what, "subscriber-domain:" + domain);
    }
}
