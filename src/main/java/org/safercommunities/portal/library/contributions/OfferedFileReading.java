package org.safercommunities.portal.library.contributions;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.safercommunities.portal.library.ReadingState;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.storage.BlobMissing;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.HeldBack;
import org.safercommunities.portal.storage.Inspection;
import org.safercommunities.portal.storage.Inspector;
import org.safercommunities.portal.storage.MediaTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has offered files read as soon as they are in: how many pages they have, their words, and markings that do not belong here. What a
 * node leaves behind that dies on the way is taken up by the clock.
 */
@Component
class OfferedFileReading {

    private static final Logger LOG = LoggerFactory.getLogger(OfferedFileReading.class);
    private static final int ATTEMPTS = 3;
    private static final Duration CLAIM_LASTS = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Inspector inspector;
    private final Clock clock;

    OfferedFileReading(JdbcClient jdbc, PlatformTransactionManager transactions, Inspector inspector, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.inspector = inspector;
        this.clock = clock;
    }

    private record Claim(UUID offer, String sha256, String fileName, int attempt) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ContributionMessage message) {
        if (message.what().equals("file")) {
            Thread.ofVirtual().name("offered-file-reading").start(this::readAll);
        }
    }

    void readAll() {
        try {
            for (Optional<Claim> claim = claim(); claim.isPresent(); claim = claim()) {
                read(claim.get());
            }
        } catch (RuntimeException failure) {
            // The claim stays behind; it is tried again when it is old, and the attempt counts
            LOG.warn("Reading offered files paused", failure);
        }
    }

    private Optional<Claim> claim() {
        LocalDateTime now = Sql.utc(clock.instant());
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<Claim> next = jdbc.sql("""
                            SELECT id, sha256, file_name, reading_attempts FROM document_offer o
                             WHERE reading = 'PENDING' AND sha256 IS NOT NULL
                               AND (reading_began_at IS NULL OR reading_began_at < ?)
                               AND NOT\s""" + FileScans.held("o.sha256", "o.file_added_at")
                            + " ORDER BY file_added_at LIMIT 1 FOR UPDATE SKIP LOCKED")
                    .param(now.minus(CLAIM_LASTS))
                    .query((row, number) -> new Claim(
                            Sql.id(row, "id"),
                            row.getString("sha256"),
                            row.getString("file_name"),
                            row.getInt("reading_attempts") + 1))
                    .optional();
            next.ifPresent(claim -> jdbc.sql(
                            "UPDATE document_offer SET reading_began_at = ?, reading_attempts = ? WHERE id = ?")
                    .param(now)
                    .param(claim.attempt())
                    .param(claim.offer().toString())
                    .update());
            return next;
        }));
    }

    private void read(Claim claim) {
        if (claim.attempt() > ATTEMPTS) {
            keep(claim, unreadable("Reading this file was tried several times and never finished."));
            return;
        }
        try {
            keep(claim, inspector.inspect(claim.sha256(), claim.fileName()));
        } catch (HeldBack held) {
            // The virus scanner has the word first; this was no attempt
            jdbc.sql("UPDATE document_offer SET reading_began_at = NULL, reading_attempts = ? WHERE id = ?")
                    .params(claim.attempt() - 1, claim.offer().toString())
                    .update();
        } catch (BlobMissing missing) {
            LOG.error("The file of the offer {} is not in the store", claim.offer(), missing);
            keep(claim, unreadable("This file is missing from the store. Choose it again."));
        }
    }

    private static Inspection unreadable(String reason) {
        return Inspection.without(Inspection.State.DAMAGED, reason, MediaTypes.UNKNOWN);
    }

    /** Unless another file has come into its place meanwhile. */
    private void keep(Claim claim, Inspection found) {
        transactions.executeWithoutResult(status -> {
            int kept = jdbc.sql("""
                            UPDATE document_offer SET reading = ?, reading_reason = ?, media_type = ?, pages = ?, higher_markings = ?
                             WHERE id = ? AND sha256 = ? AND reading = 'PENDING'
                            """)
                    .param(ReadingState.valueOf(found.state().name()).name())
                    .param(found.keptReason())
                    .param(found.mediaType())
                    .param(found.pages())
                    .param(String.join("|", new TreeSet<>(found.markings())))
                    .param(claim.offer().toString())
                    .param(claim.sha256())
                    .update();
            if (kept == 1 && found.searchable()) {
                jdbc.sql("REPLACE INTO document_offer_text (offer_id, text) VALUES (?, ?)")
                        .param(claim.offer().toString())
                        .param(found.text())
                        .update();
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> readOfferedFiles(OfferedFileReading reading) {
            // Soon: an offer that its author was just changing was passed over when its file came
            return Tasks.recurring("read-offered-files", FixedDelay.ofSeconds(10))
                    .execute((instance, context) -> reading.readAll());
        }
    }
}
