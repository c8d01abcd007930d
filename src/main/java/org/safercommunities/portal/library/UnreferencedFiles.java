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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes bytes that nothing in any module refers to: of uploads that were refused, or broken off between the bytes and
 * their draft. They are left alone for two days first.
 */
@Component
class UnreferencedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(UnreferencedFiles.class);
    private static final Duration LEFT_ALONE = Duration.ofDays(2);

    private final Blobs blobs;
    private final List<FileReferences> others;
    private final JdbcClient jdbc;
    private final Clock clock;

    UnreferencedFiles(Blobs blobs, List<FileReferences> others, JdbcClient jdbc, Clock clock) {
        this.blobs = blobs;
        this.others = others;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void delete() {
        List<String> old;
        try (Stream<String> stored = blobs.storedBefore(clock.instant().minus(LEFT_ALONE))) {
            old = stored.filter(this::unreferenced).toList();
            for (String sha256 : old) {
                blobs.delete(sha256);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!old.isEmpty()) {
            LOG.info("Deleted {} files that nothing referred to", old.size());
        }
    }

    private boolean unreferenced(String sha256) {
        return others.stream().noneMatch(other -> other.refersTo(sha256))
                && jdbc.sql("SELECT COUNT(*) FROM document_version WHERE sha256 = ?")
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
