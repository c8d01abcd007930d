package org.safercommunities.portal.library.use;

import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** A reader wrote to the owner of a document. What they wrote is not in the trail, which outlasts it. */
record CommentSent(UUID document, UUID actor) implements Audited {

    static final String ACTION = "library.comment-sent";

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, ACTION, "document:" + document, Map.of());
    }
}
