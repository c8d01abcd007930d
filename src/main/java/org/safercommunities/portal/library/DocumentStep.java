package org.safercommunities.portal.library;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** That a document took a step of its life after publication. */
public record DocumentStep(
        UUID document,
        Kind kind,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    /** The steps, with what the trail calls them. */
    public enum Kind {
        WITHDRAWN("library.document-withdrawn"),
        REINSTATED("library.document-reinstated"),
        REVIEWED("library.document-reviewed"),
        HANDED_OVER("library.document-handed-over"),
        KEPT_LONGER("library.document-kept-longer"),
        DISPOSED("library.document-disposed"),
        OPENED("library.document-opened"),
        CLOSED("library.document-closed"),
        CAPTIONS("library.captions-changed"),
        HELD_BACK("library.file-held-back"),
        RELEASED("library.file-released"),
        SCANNED_AGAIN("library.file-scanned-again"),
        FILE_DELETED("library.file-deleted");

        public final String action;

        Kind(String action) {
            this.action = action;
        }
    }

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, kind.action, "document:" + document, details);
    }
}
