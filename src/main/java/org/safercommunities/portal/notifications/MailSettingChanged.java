package org.safercommunities.portal.notifications;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * The team changed whom mail to many goes to, or how fast.
 *
 * @param what in the past tense
 * @param subject a suppression, by its id, or a domain
 */
public record MailSettingChanged(
        String what,
        String subject,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "notifications." + what, subject, details);
    }
}
