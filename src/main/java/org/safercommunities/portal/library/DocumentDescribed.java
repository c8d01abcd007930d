package org.safercommunities.portal.library;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** What is said of a document, or who may see it, was changed. */
public record DocumentDescribed(
        UUID document,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "library.document-described", "document:" + document, details);
    }
}
