package org.safercommunities.portal.agencies.sharing;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** A version of the agreement was added or put in force, or an agency's signature was recorded or taken back. */
public record SharingChanged(
        String subject,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "agencies.sharing-" + what, subject, details);
    }
}
