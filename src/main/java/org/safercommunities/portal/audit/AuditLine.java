package org.safercommunities.portal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit trail as it is read.
 *
 * @param agency slug of the agency that the actor belonged to when it was written; null for the portal itself, and before that was kept
 * @param sealed true once the line is part of the chain that shows tampering
 */
public record AuditLine(
        long id,
        Instant at,
        @Nullable UUID actor,
        @Nullable String agency,
        String action,
        String subject,
        AuditResult result,
        Map<String, String> details,
        boolean sealed) {}
