package org.safercommunities.portal.directory;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Somebody changed their own entry. What they say there is theirs to change, so the trail does not keep it.
 *
 * @param listed null when they left open whether they are in the directory
 */
public record DirectoryEntryChanged(UUID person, @Nullable Boolean listed) implements Audited {

    @Override
    public AuditNote auditNote() {
        String what = listed == null ? "changed" : listed ? "listed" : "unlisted";
        return new AuditNote(person, "directory.entry-" + what, "person:" + person, Map.of());
    }
}
