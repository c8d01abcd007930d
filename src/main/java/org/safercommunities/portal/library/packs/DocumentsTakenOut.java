package org.safercommunities.portal.library.packs;

import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.AuditedTogether;
import org.safercommunities.portal.library.DocumentDownloaded;

/** Some documents went out with a pack: for the trail each is a download like any other, by the exit {@code zip}. */
record DocumentsTakenOut(List<TakenOut> taken, String by, UUID actor) implements AuditedTogether {

    @Override
    public List<AuditNote> auditNotes() {
        return taken.stream()
                .map(one -> new DocumentDownloaded(one.document(), one.number(), by, actor, null).auditNote())
                .toList();
    }
}
