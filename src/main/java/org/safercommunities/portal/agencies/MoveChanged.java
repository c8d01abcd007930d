package org.safercommunities.portal.agencies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * A coordinator said that a colleague changes to another agency, or that was answered.
 *
 * @param what {@code asked}, {@code accepted}, {@code declined} or {@code taken-back}
 * @param words the note of who asked, or the reason of who declined; may be empty
 */
public record MoveChanged(
        UUID person,
        String from,
        String to,
        String what,
        String words,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        Map<String, String> details = new LinkedHashMap<>(Map.of("from", from, "to", to));
        if (!words.isEmpty()) {
            details.put("words", words);
        }
        return new AuditNote(actor, "agencies.move-" + what, "person:" + person, details);
    }
}
