package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** Somebody’s second factor was taken off for them, because they have lost it. */
public record FactorTakenOff(
        UUID person,
        LostFactors.Checked checked,
        String reason,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                "agencies.factor-taken-off",
                "person:" + person,
                Map.of("checked", checked.word(), "reason", reason));
    }
}
