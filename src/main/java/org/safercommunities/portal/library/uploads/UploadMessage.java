package org.safercommunities.portal.library.uploads;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** An upload went without having become a file; what became one is told of its document. */
record UploadMessage(String action, Upload upload, @Nullable UUID actor) implements Audited {

    static final String ENDED = "library.upload-ended";
    static final String EXPIRED = "library.upload-expired";

    static UploadMessage ended(Upload upload, @Nullable UUID by) {
        return new UploadMessage(ENDED, upload, by);
    }

    static UploadMessage expired(Upload upload) {
        return new UploadMessage(EXPIRED, upload, null);
    }

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                action,
                "upload:" + upload.id(),
                Map.of(
                        "owner", upload.owner().toString(),
                        "received", String.valueOf(upload.received()),
                        "length", String.valueOf(upload.length())));
    }
}
