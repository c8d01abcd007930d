package org.safercommunities.portal.library;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.shared.Dates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks owners, each morning, about documents whose review is due. */
@Component
class ReviewReminders {

    static final int DAYS_BEFORE = 14;
    static final int DAYS_BETWEEN = 30;

    private static final Logger LOG = LoggerFactory.getLogger(ReviewReminders.class);
    private static final String DUE = """
            SELECT id FROM document
             WHERE state = 'PUBLISHED' AND review_on <= :soon
               AND (review_asked_on IS NULL OR review_asked_on < review_on AND review_on <= :today
                    OR review_asked_on <= :longAgo)
             ORDER BY review_on, id
            """;

    private final DocumentRecords documents;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    ReviewReminders(
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

    void ask() {
        LocalDate today = Dates.today(clock);
        List<UUID> due = jdbc.sql(DUE)
                .param("today", today)
                .param("soon", today.plusDays(DAYS_BEFORE))
                .param("longAgo", today.minusDays(DAYS_BETWEEN))
                .query(UUID.class)
                .list();
        for (UUID id : due) {
            try {
                transaction.executeWithoutResult(status -> documents.hold(id).ifPresent(found -> ask(found, today)));
            } catch (RuntimeException failure) {
                LOG.warn("The owner of document {} is asked at the next attempt", id, failure);
            }
        }
    }

    private void ask(Document document, LocalDate today) {
        LocalDate reviewOn = document.description().reviewOn();
        if (document.state() == DocumentState.PUBLISHED && reviewOn != null && document.isToBeAskedFor(today)) {
            document.askedForReview(today);
            messages.publishEvent(new ReviewDue(document.id(), document.owner(), reviewOn, today));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> remindOwnersOfReviews(ReviewReminders reminders) {
            return Tasks.recurring("library-review-reminders", new Daily(Dates.KENT, LocalTime.of(8, 0)))
                    .execute((instance, context) -> reminders.ask());
        }
    }
}
