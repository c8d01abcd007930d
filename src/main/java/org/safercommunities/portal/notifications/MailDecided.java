package org.safercommunities.portal.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** An administrator had a mail sent again or gave it up. */
public record MailDecided(
        UUID mail, boolean again, @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor, again ? "notifications.mail-sent-again" : "notifications.mail-given-up", "mail:" + mail);
    }
}
