package org.safercommunities.portal.agencies;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.audit.Audited;

/**
 * Somebody has changed at Keycloak how they sign in, on whichever way: by the page of their account, by a forgotten password, or when
 * they were asked for a second factor and had none.
 *
 * @param at by Keycloak’s clock
 */
public record SignInChanged(UUID person, What what, Instant at) implements Audited {

    /** What they have changed. */
    public enum What {
        PASSWORD_CHANGED,
        FACTOR_SET_UP,
        FACTOR_REMOVED
    }

    @Override
    public AuditNote auditNote() {
        return new AuditNote(
                person,
                "agencies." + what.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "person:" + person,
                Map.of());
    }
}
