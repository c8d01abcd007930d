package org.safercommunities.portal.events;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * A place at a session has taken a step.
 *
 * @param from null when it has just come to be
 * @param actor null when the portal did it by its rules
 */
public record PlaceChanged(
        UUID place,
        UUID event,
        UUID person,
        String agency,
        @Nullable PlaceState from,
        PlaceState to,
        @Nullable String reason,
        @Nullable UUID actor)
        implements Audited {

    static final String ACTION = "events.place-";

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                actor,
                ACTION + to.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "event:" + event,
                Map.of(
                        "place",
                        place.toString(),
                        "person",
                        person.toString(),
                        "agency",
                        agency,
                        "reason",
                        reason == null ? "" : reason));
    }
}
