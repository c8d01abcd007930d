package org.safercommunities.portal.agencies;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/** What somebody had asked about their own data was answered; they are told by mail. */
public record DataRequestAnswered(
        DataRequest request, @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                "agencies.person-asked-answered",
                "person:" + request.person(),
                Map.of("state", request.state().name().toLowerCase(Locale.ROOT)));
    }
}
