package org.safercommunities.portal.library;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditNote;
import org.springframework.stereotype.Service;

/**
 * Who had a document before them, without taking it out: a line a person, document and hour, whichever way they looked first. To take
 * it out is a line each time ({@link DocumentDownloaded}).
 */
@Service
public class OpenedTrail {

    static final String ACTION = "library.document-read";

    private static final String OF_API = "/api/v1/documents/{id}";
    private static final String OF_FILES = "/files/documents/{id}";

    private final AccessTrail trail;

    OpenedTrail(AccessTrail trail) {
        this.trail = trail;
    }

    /** @param by page, preview or api */
    public void opened(UUID document, String by, UUID person) {
        trail.seen(new AuditNote(person, ACTION, "document:" + document, Map.of("by", by)));
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
