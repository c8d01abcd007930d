package org.safercommunities.portal.agencies.sharing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * An agency's signature lapses, or has lapsed today, and people are told.
 *
 * @param days before it; 0 on the day
 * @param tell the agency's coordinators, and the administrators
 */
public record SharingLapses(String agency, String agencyName, Instant at, int days, Set<UUID> tell) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                null,
                "agencies.sharing-lapse-told",
                "agency:" + agency,
                Map.of("days", String.valueOf(days), "told", String.valueOf(tell.size())));
    }
}
