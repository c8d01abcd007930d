package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** A person was named, joined, left or moved agency, was given or lost roles, or signed in for the first time. */
public record PersonChanged(
        UUID person,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "agencies.person-" + what, "person:" + person, details);
    }
}
