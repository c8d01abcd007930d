package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** An administrator let somebody in who had asked, or declined. */
public record AccessRequestAnswered(
        UUID request,
        boolean accepted,
        @Nullable UUID person,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                accepted ? "agencies.access-given" : "agencies.access-declined",
                "access-request:" + request,
                person == null ? Map.of() : Map.of("person", person.toString()));
    }
}
