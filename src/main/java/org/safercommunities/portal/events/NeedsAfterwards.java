package org.safercommunities.portal.events;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what people said they need, the day after the event has ended; the trail keeps how many, and not whose. */
@Component
class NeedsAfterwards {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    NeedsAfterwards(
            JdbcClient jdbc, ApplicationEventPublisher messages, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void catchUp() {
        Instant today = clock.instant()
                .atZone(Dates.KENT)
                .toLocalDate()
                .atStartOfDay(Dates.KENT)
                .toInstant();
        // Not by when they were last deleted: an event that was over may have been given another day since
        List<UUID> over = jdbc.sql("""
                        SELECT e.id FROM event e WHERE e.ends_at < ? AND EXISTS (SELECT 1 FROM event_need n
                          JOIN event_booking b ON b.id = n.booking_id WHERE b.event_id = e.id) ORDER BY e.ends_at
                        """)
                .param(Sql.utc(today))
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        over.forEach(event -> transaction.executeWithoutResult(status -> delete(event)));
    }

    private void delete(UUID event) {
        int deleted = jdbc.sql("""
                DELETE n FROM event_need n JOIN event_booking b ON b.id = n.booking_id WHERE b.event_id = ?
                """).param(event.toString()).update();
        if (deleted > 0) {
            jdbc.sql("UPDATE event SET needs_deleted_at = ? WHERE id = ?")
                    .param(Sql.utc(clock.instant()))
                    .param(event.toString())
                    .update();
            messages.publishEvent(
                    new EventMessage(event, "needs-deleted", Map.of("number", String.valueOf(deleted)), null));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> deleteNeedsAfterwards(NeedsAfterwards needs) {
            return Tasks.recurring("event-needs-afterwards", FixedDelay.ofHours(1))
                    .execute((instance, context) -> needs.catchUp());
        }
    }
}
