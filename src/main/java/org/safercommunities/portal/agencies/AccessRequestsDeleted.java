package org.safercommunities.portal.agencies;

import java.time.LocalDate;
import java.util.Map;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Requests for access that had been answered long ago were deleted. Who had asked is not said any more.
 *
 * @param before those that were answered until this day
 */
record AccessRequestsDeleted(int count, LocalDate before) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                null,
                "agencies.access-requests-deleted",
                "access-requests:answered",
                Map.of("count", String.valueOf(count), "before", before.toString()));
    }
}
