package org.safercommunities.portal.library;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** A document was taken out; its trail stays. */
public record DocumentRemoved(
        UUID document,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "library.document-removed", "document:" + document, details);
    }
}
