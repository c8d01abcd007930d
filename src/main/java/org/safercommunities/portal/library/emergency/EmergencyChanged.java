package org.safercommunities.portal.library.emergency;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * A document was opened in an emergency, or that was ended or looked at by another administrator.
 *
 * @param what {@code opened}, {@code ended} or {@code reviewed}
 * @param words the reason, or what was found
 */
public record EmergencyChanged(
        Emergency emergency,
        String what,
        String words,
        @Nullable UUID actor) implements Audited {

    @Override
    public AuditNote auditNote() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("emergency", emergency.id().toString());
        details.put("person", emergency.person().toString());
        if (what.equals("opened")) {
            details.put(
                    "minutes",
                    Long.toString(Duration.between(emergency.openedAt(), emergency.until())
                            .toMinutes()));
        }
        if (!words.isEmpty()) {
            details.put("words", words);
        }
        return new AuditNote(actor, "library.emergency-" + what, "document:" + emergency.document(), details);
    }
}
