package org.safercommunities.portal.library.packs;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;
import org.springframework.modulith.NamedInterface;

/**
 * Something was done to a pack.
 *
 * @param what in the past tense: {@code drafted}, {@code published}, {@code member-added} …
 */
@NamedInterface("packs")
public record PackMessage(
        UUID pack,
        String what,
        Map<String, String> details,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        return new AuditNote(actor, "library.pack-" + what, "pack:" + pack, details);
    }
}
