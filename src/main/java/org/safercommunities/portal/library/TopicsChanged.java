package org.safercommunities.portal.library;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * That the team changed what documents are sorted by.
 *
 * @param what {@code topic} or {@code kind}
 */
record TopicsChanged(
        String what, String slug, String name, @Nullable UUID actor) implements Audited {

    static final String ACTION = "library.topics-changed";

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, ACTION, what + ":" + slug, Map.of("what", what, "slug", slug, "name", name));
    }
}
