package org.safercommunities.portal.library.uploads;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.safercommunities.portal.storage.Parts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes uploads that were left for too long, with their bytes, and bytes whose upload is gone. */
@Component
class ExpiredUploads {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiredUploads.class);

    /** An upload that has just begun has bytes before it has a row. */
    private static final Duration LEFT_ALONE = Duration.ofDays(1);

    private final UploadTable table;
    private final Parts parts;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExpiredUploads(
            UploadTable table,
            Parts parts,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.parts = parts;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void delete() {
        Instant now = clock.instant();
        try {
            for (Upload upload : table.expired(now)) {
                delete(upload, now);
            }
            for (UUID id : parts.untouchedSince(now.minus(LEFT_ALONE))) {
                deleteUnlessKnown(id);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Not one that somebody has gone on with meanwhile. */
    private void delete(Upload upload, Instant now) throws IOException {
        boolean gone = Boolean.TRUE.equals(transaction.execute(together -> {
            boolean deleted = table.delete(upload.id(), now);
            if (deleted && !upload.used()) {
                messages.publishEvent(UploadMessage.expired(upload));
            }
            return deleted;
        }));
        if (gone) {
            parts.delete(upload.id());
            LOG.info("Deleted an upload whose time was over");
        }
    }

    private void deleteUnlessKnown(UUID id) throws IOException {
        if (table.find(id).isEmpty()) {
            parts.delete(id);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(UploadSettings.class)
    static class Schedule {

        @Bean
        Task<Void> deleteExpiredUploads(ExpiredUploads uploads) {
            return Tasks.recurring("delete-expired-uploads", FixedDelay.ofHours(1))
                    .execute((instance, context) -> uploads.delete());
        }
    }
}
