package org.safercommunities.portal.library;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** A document was given a file: its first or a new one. */
public record VersionAdded(
        UUID document,
        UUID version,
        int number,
        String sha256,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                "library.version-added",
                "document:" + document,
                Map.of("number", Integer.toString(number), "sha256", sha256));
    }
}
