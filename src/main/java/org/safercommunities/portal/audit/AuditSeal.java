package org.safercommunities.portal.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains the lines of the trail by SHA-256, each seal over the one before and the line itself: a line that was changed,
 * taken out or put in shows. Runs on one node at a time, a little after the fact; a line waits until it is older than any
 * transaction that could still bring in a lower id.
 */
@Service
public class AuditSeal {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSeal.class);
    private static final Duration SETTLED = Duration.ofSeconds(30);
    private static final int BATCH = 1000;
    private static final byte[] GENESIS = new byte[32];

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditSeal(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Seals what has settled. Returns how many lines it sealed. */
    @Transactional
    public int sealSettled() {
        LocalDateTime before = LocalDateTime.ofInstant(clock.instant().minus(SETTLED), ZoneOffset.UTC);
        List<Row> rows = jdbc.sql("SELECT * FROM audit_row WHERE seal IS NULL AND at < ? ORDER BY id LIMIT ?")
                .param(before)
                .param(BATCH)
                .query(AuditSeal::row)
                .list();
        byte[] previous = rows.isEmpty() ? GENESIS : sealBefore(rows.getFirst().id());
        for (Row row : rows) {
            previous = seal(previous, row);
            jdbc.sql("UPDATE audit_row SET seal = ? WHERE id = ?")
                    .param(previous)
                    .param(row.id())
                    .update();
        }
        return rows.size();
    }

    /** The id of the first line whose seal does not fit, or empty when the whole sealed trail is as it was written. */
    @Transactional(readOnly = true)
    public Optional<Long> firstBroken() {
        byte[] previous = GENESIS;
        long after = 0;
        while (true) {
            List<Row> rows = jdbc.sql("SELECT * FROM audit_row WHERE id > ? AND seal IS NOT NULL ORDER BY id LIMIT ?")
                    .param(after)
                    .param(BATCH)
                    .query(AuditSeal::row)
                    .list();
            for (Row row : rows) {
                previous = seal(previous, row);
                if (!Arrays.equals(previous, row.seal())) {
                    return Optional.of(row.id());
                }
                after = row.id();
            }
            if (rows.size() < BATCH) {
                return Optional.empty();
            }
        }
    }

    /**
     * The newest seal, to be kept somewhere else. Whoever may write to the database can take seals away and have later lines
     * sealed anew; the chain fits again then, but not the seals that were kept.
     */
    @Transactional(readOnly = true)
    public Optional<Witness> newest() {
        return jdbc.sql("SELECT id, seal FROM audit_row WHERE seal IS NOT NULL ORDER BY id DESC LIMIT 1")
                .query((row, number) ->
                        new Witness(row.getLong("id"), HexFormat.of().formatHex(row.getBytes("seal"))))
                .optional();
    }

    /** @param seal in hexadecimal digits */
    public record Witness(long line, String seal) {}

    private byte[] sealBefore(long id) {
        return jdbc.sql("SELECT seal FROM audit_row WHERE id < ? AND seal IS NOT NULL ORDER BY id DESC LIMIT 1")
                .param(id)
                .query((row, number) -> row.getBytes("seal"))
                .optional()
                .orElse(GENESIS);
    }

    private static byte[] seal(byte[] previous, Row row) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            String line = String.join(
                    "\n", Long.toString(row.id()), row.at(), row.actor(), row.action(), row.subject(), row.details());
            return sha.digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Row row(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        String actor = row.getString("actor");
        return new Row(
                row.getLong("id"),
                row.getObject("at", LocalDateTime.class).toString(),
                actor == null ? "-" : actor,
                row.getString("action"),
                row.getString("subject"),
                row.getString("details"),
                row.getBytes("seal"));
    }

    private record Row(
            long id, String at, String actor, String action, String subject, String details, byte @Nullable [] seal) {}

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> sealAuditTrail(AuditSeal seal) {
            return Tasks.recurring("seal-audit-trail", FixedDelay.ofSeconds(20))
                    .execute((instance, context) -> seal.sealSettled());
        }

        /** The log is kept elsewhere than the database, and by somebody else. */
        @Bean
        Task<Void> witnessAuditTrail(AuditSeal seal) {
            return Tasks.recurring("witness-audit-trail", FixedDelay.ofHours(1))
                    .execute((instance, context) -> seal.newest()
                            .ifPresent(newest -> LOG.info(
                                    "The seal of line {} of the audit trail is {}", newest.line(), newest.seal())));
        }
    }
}
