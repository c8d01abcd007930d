package org.safercommunities.portal.agencies.signin;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Admission;
import org.safercommunities.portal.agencies.Identity;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of signing in and out goes into the audit trail. Somebody without a Person here goes by their id at Keycloak. */
@Component
class SignInTrail {

    private final AccessTrail trail;
    private final JdbcClient jdbc;

    SignInTrail(AccessTrail trail, JdbcClient jdbc) {
        this.trail = trail;
        this.jdbc = jdbc;
    }

    void signedIn(UUID person, @Nullable String device) {
        trail.taken(new AuditNote(
                person,
                "agencies.signed-in",
                "person:" + person,
                device == null ? Map.of() : Map.of("device", device)));
    }

    /** Somebody who was signed in did so once more. */
    void confirmed(UUID person, Proof proof) {
        trail.taken(new AuditNote(
                person,
                "agencies.identity-confirmed",
                "person:" + person,
                Map.of("by", proof.secondFactor() ? "second-factor" : "sign-in")));
    }

    /** @param reason as {@code portal_session.end_reason} has it */
    void ended(UUID person, String reason) {
        boolean themself = reason.equals("SIGNED_OUT");
        trail.taken(new AuditNote(
                themself ? person : null,
                themself ? "agencies.signed-out" : "agencies.session-ended",
                "person:" + person,
                Map.of("reason", word(reason))));
    }

    /** @param by page or api */
    void refused(Identity identity, Admission.Reason reason, String by) {
        Optional<UUID> person = jdbc.sql("SELECT id FROM person WHERE subject = ?")
                .param(identity.subject())
                .query(String.class)
                .optional()
                .map(UUID::fromString);
        trail.refused(AuditNote.refused(
                person.orElse(null),
                person.isPresent() ? "agencies.sign-in-refused" : "agencies.stranger-refused",
                person.map(id -> "person:" + id).orElseGet(() -> AccessTrail.subject("account", identity.subject())),
                Map.of("reason", word(reason.name()), "by", by)));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
