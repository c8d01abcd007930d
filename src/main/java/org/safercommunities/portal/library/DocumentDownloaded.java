package org.safercommunities.portal.library;

import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** Somebody took a document out. {@code by} says through which exit: page or api. */
public record DocumentDownloaded(UUID document, int number, String by, UUID actor) implements Audited {

    static final String ACTION = "library.document-downloaded";

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor, ACTION, "document:" + document, Map.of("number", Integer.toString(number), "by", by));
    }
}
