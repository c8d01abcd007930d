package org.safercommunities.portal.agencies;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Somebody has not signed in for long and is asked whether they still want their account.
 *
 * @param endsOn the day on which their membership ends unless they sign in
 */
public record AccountQuestioned(UUID person, String agency, LocalDate endsOn) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                null,
                "agencies.account-questioned",
                "person:" + person,
                Map.of("agency", agency, "endsOn", endsOn.toString()));
    }
}
