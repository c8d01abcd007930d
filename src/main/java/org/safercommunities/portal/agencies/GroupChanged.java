package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** A group was created, described anew, ended or opened again, or somebody joined or left it. */
public record GroupChanged(
        String slug,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "agencies.group-" + what, "group:" + slug, details);
    }
}
