package org.safercommunities.portal.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Mail to many. A batch is opened, gets its forms and its recipients, and is then released; from then on who is in it does not
 * change. Everything happens in the caller's transaction and refuses to work without one. Whoever may send, and the audit of it, is
 * the caller's affair.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MailBatches {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final BatchEntries entries;
    private final BatchArchive archive;
    private final BatchBell bell;

    MailBatches(JdbcClient jdbc, Clock clock, BatchEntries entries, BatchArchive archive, BatchBell bell) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.entries = entries;
        this.archive = archive;
        this.bell = bell;
    }

    /**
     * Opens a batch, which is held until it is released.
     *
     * @param reference what it is about, as {@code type:id}; no other batch has it
     * @param kind why it is sent, as a slug
     * @throws org.springframework.dao.DuplicateKeyException when there is a batch with this reference
     */
    public UUID open(String reference, String kind) {
        Mail.checkKind(kind);
        UUID id = UUID.randomUUID();
        jdbc.sql("INSERT INTO mail_batch (id, reference, kind, state, created_at) VALUES (?, ?, ?, 'HELD', ?)")
                .params(id.toString(), reference, kind, now())
                .update();
        return id;
    }

    /** Adds what some recipients get alike; returns its id. */
    public UUID addForm(UUID batch, BatchForm form) {
        UUID id = UUID.randomUUID();
        int added = jdbc.sql("""
                INSERT INTO mail_form (id, batch_id, subject, html, text, headers)
                SELECT ?, id, ?, ?, ?, ? FROM mail_batch WHERE id = ? AND state = 'HELD'
                """)
                .params(
                        id.toString(),
                        form.subject(),
                        form.html(),
                        form.text(),
                        BatchJson.text(form.headers()),
                        batch.toString())
                .update();
        onlyWhileHeld(added);
        return id;
    }

    /**
     * Adds recipients; those whose addresses have bounced before are noted and left out. Some thousand at a time are one statement
     * each.
     *
     * @throws IllegalArgumentException when a row lacks a value for a mark of its form
     * @throws org.springframework.dao.DuplicateKeyException when somebody is in the batch already
     */
    public void add(UUID batch, List<BatchRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        onlyWhileHeld(jdbc.sql("UPDATE mail_batch SET audience = audience + ? WHERE id = ? AND state = 'HELD'")
                .params(rows.size(), batch.toString())
                .update());
        entries.add(batch, rows);
    }

    /** Has the batch sent from a moment on. Returns false when it is not held. */
    public boolean release(UUID batch, Instant from) {
        boolean changed =
                jdbc.sql("UPDATE mail_batch SET state = 'RELEASED', from_at = ? WHERE id = ? AND state = 'HELD'")
                                .params(Sql.utc(from), batch.toString())
                                .update()
                        == 1;
        ring(changed);
        return changed;
    }

    /** Has nothing more sent, on any node, a second later at most. Returns false when the batch is not being sent. */
    public boolean pause(UUID batch) {
        return change(batch, "PAUSED", "'RELEASED'");
    }

    /** Goes on after a pause. Returns false when the batch is not paused. */
    public boolean resume(UUID batch) {
        boolean changed = change(batch, "RELEASED", "'PAUSED'");
        ring(changed);
        return changed;
    }

    /** Ends it: what was not taken up yet is not sent. Returns false when it is over already. */
    public boolean stop(UUID batch) {
        boolean changed = change(batch, "STOPPED", "'HELD', 'RELEASED', 'PAUSED'");
        if (changed) {
            jdbc.sql("UPDATE mail SET state = 'STOPPED', settled_at = ? WHERE batch_id = ? AND state = 'PENDING'")
                    .params(now(), batch.toString())
                    .update();
        }
        return changed;
    }

    /** Has those sent again of which nobody knows whether they arrived, marked as the same mail. Returns how many they are. */
    public int resendUncertain(UUID batch) {
        if (!change(batch, "RELEASED", "'DONE', 'RELEASED'") && !change(batch, "PAUSED", "'PAUSED'")) {
            return 0;
        }
        int again = jdbc.sql("""
                UPDATE mail SET state = 'PENDING', doubtful = 1, deferrals = 0, due_at = ?
                 WHERE batch_id = ? AND state = 'UNCERTAIN'
                """).params(now(), batch.toString()).update();
        ring(again > 0);
        return again;
    }

    /** The keys of those whom it has reached, or may have reached; none any more when who got it is forgotten. */
    @Transactional(readOnly = true)
    public Set<String> reached(UUID batch) {
        return Set.copyOf(
                jdbc.sql("""
                SELECT recipient_key FROM mail WHERE batch_id = ? AND state IN ('SENT', 'SENDING', 'UNCERTAIN')
                """).param(batch.toString()).query(String.class).list());
    }

    /** How far the batch has come. */
    @Transactional(readOnly = true)
    public DeliveryCounts counts(UUID batch) {
        return archive.counts(batch);
    }

    private boolean change(UUID batch, String to, String from) {
        return jdbc.sql("UPDATE mail_batch SET state = ? WHERE id = ? AND state IN (" + from + ")")
                        .params(to, batch.toString())
                        .update()
                == 1;
    }

    private static void onlyWhileHeld(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("Who gets a batch, and what, is settled once it is released");
        }
    }

    private void ring(boolean ring) {
        if (ring) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.bell.ring();
                }
            });
        }
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }
}
