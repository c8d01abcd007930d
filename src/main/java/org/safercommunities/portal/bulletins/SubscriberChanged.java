package org.safercommunities.portal.bulletins;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Somebody came to get bulletins, gets others, or gets none any more.
 *
 * @param what for example {@code added}
 * @param actor null when it was done by the link in a mail
 */
public record SubscriberChanged(
        UUID subscriber,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "bulletins.subscriber-" + what, "subscriber:" + subscriber, details);
    }
}
