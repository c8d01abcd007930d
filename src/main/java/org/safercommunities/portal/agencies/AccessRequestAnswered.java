package org.safercommunities.portal.agencies;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * An administrator let somebody in who had asked, or declined. Carries the answer as it was given, so that nothing that
 * changes afterwards alters what the person is told.
 *
 * @param request with its answer
 * @param account what came of it; null when declined
 */
public record AccessRequestAnswered(
        AccessRequestSummary request,
        @Nullable OpenedAccount account,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                account == null ? "agencies.access-declined" : "agencies.access-given",
                "access-request:" + request.id(),
                account == null
                        ? Map.of()
                        : Map.of(
                                "person", account.person().toString(),
                                "agency", account.agency().slug()));
    }
}
