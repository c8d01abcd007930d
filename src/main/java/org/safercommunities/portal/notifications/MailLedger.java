package org.safercommunities.portal.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What became of every mail, for administrators, and what they decide where the portal cannot. */
@Service
public class MailLedger {

    private static final String COLUMNS =
            "id, to_address, kind, state, batch_id IS NOT NULL AS bulk, attempts, doubtful, answer, created_at, due_at, settled_at";

    private final JdbcClient jdbc;
    private final MailBell bell;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    MailLedger(JdbcClient jdbc, MailBell bell, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.bell = bell;
        this.messages = messages;
        this.clock = clock;
    }

    /** The newest mails, of one state or of all. */
    @Transactional(readOnly = true)
    public List<MailLine> newest(@Nullable MailState state, int offset, int limit, Reader by) {
        onlyAdministrators(by);
        String where = state == null ? "" : " WHERE state = :state";
        var query = jdbc.sql("SELECT " + COLUMNS + " FROM mail" + where
                        + " ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :offset")
                .param("limit", limit)
                .param("offset", offset);
        if (state != null) {
            query = query.param("state", state.name());
        }
        return query.query(MailLedger::line).list();
    }

    /** How many mails there are in each state; each of the states is there. */
    @Transactional(readOnly = true)
    public Map<MailState, Integer> counts(Reader by) {
        onlyAdministrators(by);
        Map<MailState, Integer> counts = new EnumMap<>(MailState.class);
        for (MailState state : MailState.values()) {
            counts.put(state, 0);
        }
        jdbc.sql("SELECT state, COUNT(*) AS mails FROM mail GROUP BY state").query(row -> {
            counts.put(MailState.valueOf(row.getString("state")), row.getInt("mails"));
        });
        return counts;
    }

    /**
     * Has a failed mail, or one in doubt, sent again with the same Message-ID. Returns false when its state has changed
     * meanwhile, or when it is one of many whose sending was stopped.
     */
    @Transactional
    public boolean sendAgain(UUID id, Reader by) {
        onlyAdministrators(by);
        jdbc.sql("""
                UPDATE mail_batch SET state = 'RELEASED' WHERE state = 'DONE' AND id = (SELECT batch_id FROM mail WHERE id = ?)
                """).param(id.toString()).update();
        boolean changed = jdbc.sql("""
                UPDATE mail SET doubtful = (doubtful OR state = 'UNCERTAIN'), state = 'PENDING', deferrals = 0, due_at = ?
                 WHERE id = ? AND state IN ('FAILED', 'UNCERTAIN', 'BOUNCED')
                   AND (batch_id IS NULL OR batch_id NOT IN (SELECT id FROM mail_batch WHERE state = 'STOPPED'))
                """).param(now()).param(id.toString()).update() == 1;
        if (changed) {
            messages.publishEvent(new MailDecided(id, true, by.actor()));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.ring();
                }
            });
        }
        return changed;
    }

    /** Lets a mail be that waits or is in doubt. Returns false when its state has changed meanwhile. */
    @Transactional
    public boolean giveUp(UUID id, Reader by) {
        onlyAdministrators(by);
        boolean changed = jdbc.sql("""
                UPDATE mail SET answer = LEFT(CONCAT('Given up by an administrator. ', COALESCE(answer, '')), 1000),
                       state = 'FAILED', settled_at = ?
                 WHERE id = ? AND state IN ('PENDING', 'UNCERTAIN')
                """).param(now()).param(id.toString()).update() == 1;
        if (changed) {
            messages.publishEvent(new MailDecided(id, false, by.actor()));
        }
        return changed;
    }

    private static void onlyAdministrators(Reader by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Only an administrator may look at the outbox");
        }
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }

    private static MailLine line(ResultSet row, int number) throws SQLException {
        return new MailLine(
                UUID.fromString(row.getString("id")),
                row.getString("to_address"),
                row.getString("kind"),
                MailState.valueOf(row.getString("state")),
                row.getBoolean("bulk"),
                row.getInt("attempts"),
                row.getBoolean("doubtful"),
                row.getString("answer"),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "due_at")),
                Sql.instant(row, "settled_at"));
    }
}
