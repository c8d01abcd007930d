package org.safercommunities.portal.library;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.safercommunities.portal.storage.Blobs;
import org.safercommunities.portal.storage.FileReferences;
import org.safercommunities.portal.storage.FileScans;
import org.safercommunities.portal.storage.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Deletes bytes that nothing in any module refers to: of uploads that were refused, or broken off between the bytes and
 * their draft. They are left alone for two days first. Infected ones that an editor had deleted go whatever refers to them.
 */
@Component
class UnreferencedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(UnreferencedFiles.class);
    private static final Duration LEFT_ALONE = Duration.ofDays(2);

    private final Blobs blobs;
    private final Pages pages;
    private final FileScans scans;
    private final List<FileReferences> others;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnreferencedFiles(
            Blobs blobs, Pages pages, FileScans scans, List<FileReferences> others, JdbcClient jdbc, Clock clock) {
        this.blobs = blobs;
        this.pages = pages;
        this.scans = scans;
        this.others = others;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void delete() {
        List<String> old;
        try (Stream<String> stored = blobs.storedBefore(clock.instant().minus(LEFT_ALONE))) {
            old = stored.filter(this::unreferenced).toList();
            for (String sha256 : old) {
                if (blobs.delete(sha256)) {
                    pages.forget(sha256);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!old.isEmpty()) {
            LOG.info("Deleted {} files that nothing referred to", old.size());
        }
    }

    /** Right after their document was deleted for good; what the disk refuses now goes with the next sweep. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FilesToDelete files) {
        for (String sha256 : files.sha256s()) {
            try {
                if (unreferenced(sha256) && blobs.delete(sha256)) {
                    pages.forget(sha256);
                }
            } catch (IOException | RuntimeException failed) {
                LOG.warn("A file of a deleted document is deleted with the next sweep", failed);
            }
        }
    }

    boolean unreferenced(String sha256) {
        if (scans.isDeleted(sha256)) {
            return true;
        }
        return others.stream().noneMatch(other -> other.refersTo(sha256))
                && jdbc.sql("SELECT COUNT(*) FROM document_version v JOIN document d ON d.id = v.document_id"
                                        + " WHERE v.sha256 = ? AND d.state <> 'DISPOSED'")
                                .param(sha256)
                                .query(Integer.class)
                                .single()
                        == 0;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> deleteUnreferencedFiles(UnreferencedFiles files) {
            return Tasks.recurring("delete-unreferenced-files", FixedDelay.ofHours(24))
                    .execute((instance, context) -> files.delete());
        }
    }
}
