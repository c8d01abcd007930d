package org.safercommunities.portal.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the audit trail as it is read. {@code sealed} is true once the line is part of the chain that shows tampering. */
public record AuditLine(
        long id,
        Instant at,
        @Nullable UUID actor,
        String action,
        String subject,
        Map<String, String> details,
        boolean sealed) {}
