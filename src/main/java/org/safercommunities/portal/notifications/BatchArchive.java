package org.safercommunities.portal.notifications;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How batches stand, also when who got them is forgotten. */
@Repository
class BatchArchive {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int AT_A_TIME = 5000;

    /** Over {@code mail}: nothing of people whose data is held is deleted. */
    static final String NOT_HELD = "to_address NOT IN (SELECT h.email FROM person_held h)";

    private final JdbcClient jdbc;
    private final Clock clock;

    BatchArchive(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws EmptyResultDataAccessException when there is no such batch */
    DeliveryCounts counts(UUID batch) {
        return jdbc.sql("""
                SELECT b.audience, b.kept, SUM(m.state <=> 'PENDING') AS pending, SUM(m.state <=> 'SENDING') AS sending,
                       SUM(m.state <=> 'SENT') AS sent, SUM(m.state <=> 'SUPPRESSED') AS suppressed,
                       SUM(m.state <=> 'BOUNCED') AS bounced, SUM(m.state <=> 'FAILED') AS failed,
                       SUM(m.state <=> 'UNCERTAIN') AS uncertain, SUM(m.state <=> 'STOPPED') AS stopped
                  FROM mail_batch b LEFT JOIN mail m FORCE INDEX (mail_work) ON m.batch_id = b.id
                 WHERE b.id = ? GROUP BY b.id
                """)
                .param(batch.toString())
                .query((row, number) -> {
                    String kept = row.getString("kept");
                    return kept != null
                            ? JSON.readValue(kept, DeliveryCounts.class)
                            : new DeliveryCounts(
                                    row.getInt("audience"),
                                    row.getInt("pending"),
                                    row.getInt("sending"),
                                    row.getInt("sent"),
                                    row.getInt("suppressed"),
                                    row.getInt("bounced"),
                                    row.getInt("failed"),
                                    row.getInt("uncertain"),
                                    row.getInt("stopped"));
                })
                .single();
    }

    /**
     * Keeps of batches that are over only how many got them; forms and recipients go, save those that are held. Some thousand rows at a
     * time; answers whether there were any.
     */
    @Transactional
    public boolean forget(Duration keptFor) {
        List<UUID> old = jdbc.sql("""
                SELECT b.id FROM mail_batch b WHERE b.state IN ('DONE', 'STOPPED') AND b.created_at < ?
                   AND EXISTS (SELECT 1 FROM mail_form f WHERE f.batch_id = b.id)
                   AND (NOT EXISTS (SELECT 1 FROM mail m WHERE m.batch_id = b.id)
                        OR EXISTS (SELECT 1 FROM mail m WHERE m.batch_id = b.id AND m.state <> 'SENDING' AND %s)) LIMIT 20
                """.formatted(NOT_HELD))
                .param(Sql.utc(clock.instant().minus(keptFor)))
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        for (UUID batch : old) {
            jdbc.sql("UPDATE mail_batch SET kept = ? WHERE id = ? AND kept IS NULL")
                    .params(BatchJson.text(counts(batch)), batch.toString())
                    .update();
            int gone = jdbc.sql("DELETE FROM mail WHERE batch_id = ? AND state <> 'SENDING' AND " + NOT_HELD + " LIMIT "
                            + AT_A_TIME)
                    .param(batch.toString())
                    .update();
            if (gone < AT_A_TIME) {
                // Of those that are held their words stay
                jdbc.sql("DELETE FROM mail_form WHERE batch_id = ? AND id NOT IN"
                                + " (SELECT m.form_id FROM mail m WHERE m.batch_id = ?)")
                        .params(batch.toString(), batch.toString())
                        .update();
            }
        }
        return !old.isEmpty();
    }
}
