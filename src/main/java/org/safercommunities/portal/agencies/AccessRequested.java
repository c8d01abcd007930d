package org.safercommunities.portal.agencies;

import java.util.UUID;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** Somebody without an account asked to be let in. */
public record AccessRequested(UUID request) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(null, "agencies.access-requested", "access-request:" + request);
    }
}
