package org.safercommunities.portal.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param actor id of the person who did it; null when the portal itself did
 * @param action what was done, as {@code module.past-tense}: {@code library.document-published}
 * @param subject what it was done to, as {@code type:id}
 * @param details further facts by name; ids rather than names of people, so that the trail survives their erasure
 */
public record AuditNote(@Nullable UUID actor, String action, String subject, Map<String, String> details) {

    public AuditNote {
        details = Map.copyOf(details);
    }

    public AuditNote(@Nullable UUID actor, String action, String subject) {
        this(actor, action, subject, Map.of());
    }
}
