package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** An agency was created, described anew, ended, opened again or merged into another. */
public record AgencyChanged(
        String slug,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "agencies.agency-" + what, "agency:" + slug, details);
    }
}
