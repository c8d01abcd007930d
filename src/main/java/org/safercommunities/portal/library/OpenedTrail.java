package org.safercommunities.portal.library;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditNote;
import org.springframework.stereotype.Service;

/**
 * Who had a document before them, without taking it out: a line a person, document and hour, whichever way they looked first, and one
 * for each emergency that it was opened in. To take
 * it out is a line each time ({@link DocumentDownloaded}).
 */
@Service
public class OpenedTrail {

    static final String ACTION = "library.document-read";

    private static final String OF_API = "/api/v1/documents/{id}";
    private static final String OF_FILES = "/files/documents/{id}";

    private final AccessTrail trail;
    private final ReadInEmergency emergencies;

    OpenedTrail(AccessTrail trail, ReadInEmergency emergencies) {
        this.trail = trail;
        this.emergencies = emergencies;
    }

    /** @param by page, preview or api */
    public void opened(UUID document, String by, UUID person) {
        String emergency = emergencies.of(document, person).map(UUID::toString).orElse("");
        Map<String, String> details =
                emergency.isEmpty() ? Map.of("by", by) : Map.of("by", by, DocumentDownloaded.EMERGENCY, emergency);
        trail.seen(new AuditNote(person, ACTION, "document:" + document, details), emergency);
    }

    /** By which exit an address gives out something of a document; empty when it gives nothing out, or has a line of its own. */
    public static Optional<String> exit(String pattern) {
        if (pattern.endsWith("/content")) {
            return Optional.empty();
        }
        return pattern.startsWith(OF_FILES)
                ? Optional.of("preview")
                : Optional.of("api").filter(by -> pattern.startsWith(OF_API));
    }
}
