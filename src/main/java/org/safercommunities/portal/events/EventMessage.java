package org.safercommunities.portal.events;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Something was done to an event as a whole.
 *
 * @param what in the past tense: {@code drafted}, {@code changed}, {@code scheduled}, {@code published}, {@code cancelled}
 * @param actor null when the portal did it by the clock
 */
public record EventMessage(
        UUID event,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "events.event-" + what, "event:" + event, details);
    }
}
