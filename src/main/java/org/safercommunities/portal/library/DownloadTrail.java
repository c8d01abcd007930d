package org.safercommunities.portal.library;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.audit.AuditLine;
import org.safercommunities.portal.audit.AuditTrail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who took a document out, as the audit trail has it. For editors who may change the document. */
@Service
public class DownloadTrail {

    private final AuditTrail audit;
    private final PersonList people;
    private final WhoMaySeeDocument whoMaySee;

    DownloadTrail(AuditTrail audit, PersonList people, WhoMaySeeDocument whoMaySee) {
        this.audit = audit;
        this.people = people;
        this.whoMaySee = whoMaySee;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Download> of(UUID document, int offset, int limit, Reader reader) {
        if (!whoMaySee.mayChange(reader, document).orElseThrow(() -> new UnknownDocument(document))) {
            throw new AccessDeniedException("The trail is for the editors of a document");
        }
        List<AuditLine> lines = audit.of("document:" + document, DocumentDownloaded.ACTION, offset, limit);
        Map<UUID, String> names = people.names(lines.stream()
                .map(AuditLine::actor)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList());
        return lines.stream()
                .map(line -> new Download(
                        line.at(),
                        line.actor() == null ? null : names.get(line.actor()),
                        Integer.parseInt(line.details().getOrDefault("number", "1"))))
                .toList();
    }

    /** Whether this person's taking out of this version, from a moment on, is in the trail. */
    @Transactional(readOnly = true)
    boolean has(UUID document, int number, Reader reader, Instant from) {
        String version = Integer.toString(number);
        return audit.of("document:" + document, DocumentDownloaded.ACTION, reader.personId(), from).stream()
                .anyMatch(line -> version.equals(line.details().get("number")));
    }

    /** How often it was taken out, all versions together. */
    @Transactional(readOnly = true)
    public int count(UUID document) {
        return audit.count("document:" + document, DocumentDownloaded.ACTION);
    }

    /** The same for each of these; those never taken out are left out. One statement. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(Collection<UUID> documents) {
        Map<UUID, Integer> counts = new HashMap<>();
        audit.counts(documents.stream().map(id -> "document:" + id).toList(), DocumentDownloaded.ACTION)
                .forEach((subject, count) ->
                        counts.put(UUID.fromString(subject.substring("document:".length())), count));
        return counts;
    }

    /** @param name null when the person is no longer known */
    public record Download(Instant at, @Nullable String name, int version) {}
}
