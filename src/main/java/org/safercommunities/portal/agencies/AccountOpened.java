package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Staff opened the portal to a person who had not asked for it.
 *
 * @param actor null for the portal itself
 */
public record AccountOpened(OpenedAccount account, @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                "agencies.account-opened",
                "person:" + account.person(),
                Map.of("agency", account.agency().slug()));
    }
}
