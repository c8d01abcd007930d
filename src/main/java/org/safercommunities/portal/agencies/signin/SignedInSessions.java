package org.safercommunities.portal.agencies.signin;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.OwnSessions;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class SignedInSessions implements OwnSessions {

    private final SignedInReader reader;
    private final ProofRule proofs;
    private final OpenSessions sessions;
    private final SignInTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignedInSessions(
            SignedInReader reader,
            ProofRule proofs,
            OpenSessions sessions,
            SignInTrail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.reader = reader;
        this.proofs = proofs;
        this.sessions = sessions;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenSession> list() {
        Optional<UUID> here = sessions.current();
        return jdbc.sql("""
                        SELECT id, opened_at, device FROM portal_session
                         WHERE person_id = ? AND ended_at IS NULL ORDER BY opened_at DESC
                        """)
                .param(reader.get().personId().toString())
                .query((row, number) -> new OpenSession(
                        row.getObject("opened_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("device"),
                        here.filter(UUID.fromString(row.getString("id"))::equals)
                                .isPresent()))
                .list();
    }

    @Override
    public boolean fresh() {
        return proofs.fresh(reader.proof());
    }

    @Override
    @Transactional
    public int endOthers() {
        if (!fresh()) {
            throw new ProofMissing(
                    reader.get().personId(), "Sign in once more before you sign out everywhere else, then try again.");
        }
        int ended = jdbc.sql("""
                        UPDATE portal_session SET ended_at = ?, end_reason = 'SIGNED_OUT'
                         WHERE person_id = ? AND ended_at IS NULL AND id <> ?
                        """)
                .param(Sql.utc(clock.instant()))
                .param(reader.get().personId().toString())
                .param(sessions.current().map(UUID::toString).orElse(new UUID(0, 0).toString()))
                .update();
        for (int each = 0; each < ended; each++) {
            trail.ended(reader.get().personId(), "SIGNED_OUT");
        }
        return ended;
    }
}
