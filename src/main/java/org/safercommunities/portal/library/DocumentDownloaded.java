package org.safercommunities.portal.library;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Somebody took a document out.
 *
 * @param by through which exit: page, api or zip
 * @param emergency the one by which they could; null when it was theirs to read
 */
public record DocumentDownloaded(
        UUID document,
        int number,
        String by,
        UUID actor,
        @Nullable UUID emergency) implements Audited {

    static final String ACTION = "library.document-downloaded";

    /** The detail of a line that names the emergency. */
    static final String EMERGENCY = "emergency";

    @Override
    public AuditNote auditNote() {
        Map<String, String> details = new TreeMap<>(Map.of("number", Integer.toString(number), "by", by));
        if (emergency != null) {
            details.put(EMERGENCY, emergency.toString());
        }
        return new AuditNote(actor, ACTION, "document:" + document, details);
    }
}
