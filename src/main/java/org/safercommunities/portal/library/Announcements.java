package org.safercommunities.portal.library;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Says once of each document that it can be seen: when it is published, or as soon as its embargo has ended. */
@Component
class Announcements {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final int AT_ONCE = 200;

    private final DocumentRecords documents;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    Announcements(
            DocumentRecords documents,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.documents = documents;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.messages = messages;
        this.clock = clock;
    }

    /** To be called with a document that is held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announceIfDue(Document document, @Nullable UUID actor) {
        Instant now = clock.instant();
        if (document.state() == DocumentState.PUBLISHED
                && !document.announced()
                && document.term().covers(now)) {
            document.announce(now);
            messages.publishEvent(new DocumentAppeared(document.id(), actor));
        }
    }

    /** Those whose embargo has ended. */
    void catchUp() {
        List<UUID> due = jdbc.sql("SELECT d.id FROM document d WHERE d.announced_at IS NULL AND "
                        + WhoMaySeeDocument.OUT + " ORDER BY d.visible_from LIMIT " + AT_ONCE)
                .query(UUID.class)
                .list();
        for (UUID id : due) {
            try {
                transaction.executeWithoutResult(
                        status -> documents.hold(id).ifPresent(document -> announceIfDue(document, null)));
            } catch (RuntimeException failure) {
                LOG.warn("That document {} can be seen now is said at the next attempt", id, failure);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> announceDocuments(Announcements announcements) {
            return Tasks.recurring("announce-documents", FixedDelay.ofSeconds(20))
                    .execute((instance, context) -> announcements.catchUp());
        }
    }
}
