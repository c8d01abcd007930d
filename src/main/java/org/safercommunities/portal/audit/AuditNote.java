package org.safercommunities.portal.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail. Which agency the actor belongs to is not said here: it is written with the line, as it stands at
 * that moment.
 *
 * @param actor id of the person who did it; null when the portal itself did
 * @param action what was done, as {@code module.past-tense}: {@code library.document-published}
 * @param subject what it was done to, as {@code type:id}
 * @param details further facts by name; ids rather than names of people, so that the trail survives their erasure
 * @param result whether it was done or refused
 */
public record AuditNote(
        @Nullable UUID actor, String action, String subject, Map<String, String> details, AuditResult result) {

    public AuditNote {
        details = Map.copyOf(details);
    }

    public AuditNote(@Nullable UUID actor, String action, String subject, Map<String, String> details) {
        this(actor, action, subject, details, AuditResult.DONE);
    }

    public AuditNote(@Nullable UUID actor, String action, String subject) {
        this(actor, action, subject, Map.of());
    }

    /** Something that a rule said no to. */
    public static AuditNote refused(@Nullable UUID actor, String action, String subject, Map<String, String> details) {
        return new AuditNote(actor, action, subject, details, AuditResult.REFUSED);
    }
}
