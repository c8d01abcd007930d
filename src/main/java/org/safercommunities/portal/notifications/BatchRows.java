package org.safercommunities.portal.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mail to many in the outbox, as those who send work on it: a handful of rows at a time. Each transaction holds the batch's row
 * first, shared among lanes, so that whoever pauses or stops the batch waits for them and they for him.
 */
@Repository
class BatchRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};
    private static final String RELEASED = "RELEASED";
    private static final String STOPPED = "STOPPED";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DomainPace pace;
    private final BatchNotes notes;

    BatchRows(JdbcClient jdbc, Clock clock, DomainPace pace, BatchNotes notes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pace = pace;
        this.notes = notes;
    }

    /**
     * What a lane got.
     *
     * @param lookAgain whether there was mail that had to wait for its domain's sake, so that there may be other
     */
    record Claim(List<BatchMail> mails, boolean lookAgain) {}

    /** The batches that are being sent, the one released first in front. */
    @Transactional(readOnly = true)
    public List<UUID> active() {
        return jdbc.sql("SELECT id FROM mail_batch WHERE state = 'RELEASED' AND from_at <= ? ORDER BY from_at")
                .param(now())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    @Transactional(readOnly = true)
    public boolean isReleased(UUID batch) {
        return jdbc.sql("SELECT state FROM mail_batch WHERE id = ?")
                .param(batch.toString())
                .query(String.class)
                .optional()
                .filter(RELEASED::equals)
                .isPresent();
    }

    /** Notes what came of the mails before and takes up the next, in one commit. */
    @Transactional
    public Claim settleAndClaim(UUID batch, List<BatchSettlement> last, int most) {
        Optional<String> state = hold(batch);
        notes.write(last, state.orElse("").equals(STOPPED));
        if (state.isEmpty() || !state.get().equals(RELEASED)) {
            return new Claim(List.of(), false);
        }
        List<BatchMail> due = jdbc.sql("""
                SELECT id, to_address, to_name, domain, form_id, vals, attempts, deferrals, doubtful
                  FROM mail FORCE INDEX (mail_work) WHERE batch_id = ? AND state = 'PENDING' AND due_at <= ?
                 ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
                """)
                .params(batch.toString(), now(), most)
                .query(BatchRows::mail)
                .list();
        if (due.isEmpty()) {
            return new Claim(due, false);
        }
        Map<BatchMail, Instant> waiting = pace.waiting(due);
        putOff(waiting);
        List<BatchMail> mine =
                due.stream().filter(mail -> !waiting.containsKey(mail)).toList();
        if (!mine.isEmpty()) {
            jdbc.sql("UPDATE mail SET state = 'SENDING', attempts = attempts + 1, claimed_at = :now WHERE id IN (:ids)")
                    .param("now", now())
                    .param(
                            "ids",
                            mine.stream().map(mail -> mail.id().toString()).toList())
                    .update();
        }
        return new Claim(mine, mine.isEmpty());
    }

    /** Notes what came of mails, whatever has become of the batch. */
    @Transactional
    public void settle(UUID batch, List<BatchSettlement> last) {
        notes.write(last, hold(batch).orElse("").equals(STOPPED));
    }

    /** Notes that nothing is left to be sent, if that is so. The batch is held, so that nobody has mail sent again meanwhile. */
    @Transactional
    public void finish(UUID batch) {
        boolean released = jdbc.sql("SELECT state = 'RELEASED' FROM mail_batch WHERE id = ? FOR UPDATE")
                .param(batch.toString())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (released && !isAnyLeft(batch)) {
            jdbc.sql("UPDATE mail_batch SET state = 'DONE' WHERE id = ?")
                    .param(batch.toString())
                    .update();
        }
    }

    private boolean isAnyLeft(UUID batch) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM mail WHERE batch_id = ? AND state IN ('PENDING', 'SENDING'))")
                .param(batch.toString())
                .query(Boolean.class)
                .single();
    }

    private Optional<String> hold(UUID batch) {
        return jdbc.sql("SELECT state FROM mail_batch WHERE id = ? LOCK IN SHARE MODE")
                .param(batch.toString())
                .query(String.class)
                .optional();
    }

    private void putOff(Map<BatchMail, Instant> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Map<String, String>> rows = new ArrayList<>();
        waiting.forEach((mail, until) -> rows.add(
                Map.of("id", mail.id().toString(), "due", Sql.utc(until).toString())));
        jdbc.sql("""
                UPDATE JSON_TABLE(?, '$[*]' COLUMNS (id CHAR(36) PATH '$.id', due DATETIME(6) PATH '$.due')) AS s
                       STRAIGHT_JOIN mail AS m ON m.id = CAST(s.id AS UUID)
                   SET m.due_at = s.due
                """).param(BatchJson.text(rows)).update();
    }

    private static BatchMail mail(ResultSet row, int number) throws SQLException {
        return new BatchMail(
                Sql.id(row, "id"),
                row.getString("to_address"),
                row.getString("to_name"),
                row.getString("domain"),
                Sql.id(row, "form_id"),
                JSON.readValue(row.getString("vals"), VALUES),
                row.getInt("attempts") + 1,
                row.getInt("deferrals"),
                row.getBoolean("doubtful"));
    }

    private LocalDateTime now() {
        return Sql.utc(clock.instant());
    }
}
