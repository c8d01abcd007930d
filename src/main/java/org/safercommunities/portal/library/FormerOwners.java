package org.safercommunities.portal.library;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the documents of people who have left, or who have moved from the agency that a document is from, to somebody who answers
 * for them from now on ({@link WhoAnswersNext}). Each morning, before owners are asked about their reviews: what is put right on the
 * same day stays as it was. All documents of one person in one transaction, with the word to whom they go to.
 */
@Component
class FormerOwners {

    private static final Logger LOG = LoggerFactory.getLogger(FormerOwners.class);

    /** More of one person’s wait for the next run. */
    private static final int AT_ONCE = 500;

    private static final String LEFT = """
            FROM document d JOIN person p ON p.id = d.owner
             WHERE d.state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')
               AND NOT EXISTS (SELECT 1 FROM membership m JOIN agency a ON a.slug = m.agency AND a.ended_at IS NULL
                                WHERE m.person_id = d.owner AND m.ended_at IS NULL
                                  AND (m.agency = d.agency
                                       OR m.agency = (SELECT f.merged_into FROM agency f WHERE f.slug = d.agency)
                                       OR NOT EXISTS (SELECT 1 FROM membership past WHERE past.person_id = d.owner
                                                       AND past.agency = d.agency)))
            """;

    private final JdbcClient jdbc;
    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final WhoAnswersNext whoAnswersNext;
    private final HandingOver handingOver;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;

    FormerOwners(
            JdbcClient jdbc,
            DocumentRecords documents,
            VersionRecords versions,
            WhoAnswersNext whoAnswersNext,
            HandingOver handingOver,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.versions = versions;
        this.whoAnswersNext = whoAnswersNext;
        this.handingOver = handingOver;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    void handOver() {
        List<UUID> left = jdbc.sql("SELECT DISTINCT d.owner " + LEFT)
                .query((row, number) -> Sql.id(row, "owner"))
                .list();
        for (UUID owner : left) {
            try {
                transaction.executeWithoutResult(status -> handOver(owner));
            } catch (RuntimeException failure) {
                LOG.warn("The documents of {} are handed over at the next attempt", owner, failure);
            }
        }
    }

    private void handOver(UUID owner) {
        Map<UUID, HandedOver> told = new TreeMap<>();
        of(owner)
                .forEach(id -> documents
                        .hold(id)
                        .filter(document -> document.owner().equals(owner))
                        .ifPresent(document -> whoAnswersNext.of(document).ifPresent(next -> {
                            handingOver.to(next.person(), document, Reader.portal());
                            versions.flush();
                            told.merge(
                                    next.person(),
                                    new HandedOver(owner, next.person(), 1, next.sees() ? 0 : 1),
                                    (before, one) -> new HandedOver(
                                            owner,
                                            next.person(),
                                            before.documents() + one.documents(),
                                            before.unseen() + one.unseen()));
                        })));
        told.values().forEach(messages::publishEvent);
    }

    /** Looked up again with this person in one hand: they may have come back. */
    private List<UUID> of(UUID owner) {
        return jdbc.sql("SELECT d.id " + LEFT + " AND d.owner = ? ORDER BY d.id LIMIT " + AT_ONCE)
                .param(owner.toString())
                .query((row, number) -> Sql.id(row, "id"))
                .list();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> handOverDocumentsOfFormerOwners(FormerOwners owners) {
            return Tasks.recurring("library-former-owners", new Daily(Dates.KENT, LocalTime.of(7, 40)))
                    .execute((instance, context) -> owners.handOver());
        }
    }
}
