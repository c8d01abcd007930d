package org.safercommunities.portal.events;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes what people said they need, the day after the event has ended; the trail keeps how many, and not whose. */
@Component
class NeedsAfterwards {

    private static final String DUE = """
            FROM event_need n JOIN event_booking b ON b.id = n.booking_id JOIN event e ON e.id = b.event_id
             WHERE e.ends_at < ? AND b.person_id NOT IN (SELECT h.person_id FROM person_held h)
            """;

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

    /** Returns how many it deleted. */
    int catchUp() {
        // Not by when they were last deleted: an event that was over may have been given another day since
        List<UUID> over = jdbc.sql("SELECT DISTINCT b.event_id AS id " + DUE)
                .param(dayOf(clock.instant()))
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        return over.stream()
                .mapToInt(event -> Objects.requireNonNull(transaction.execute(status -> delete(event))))
                .sum();
    }

    long due(Instant by) {
        return jdbc.sql("SELECT COUNT(*) " + DUE)
                .param(dayOf(by))
                .query(Long.class)
                .single();
    }

    private static LocalDateTime dayOf(Instant moment) {
        return Sql.utc(
                moment.atZone(Dates.KENT).toLocalDate().atStartOfDay(Dates.KENT).toInstant());
    }

    private int delete(UUID event) {
        int deleted = jdbc.sql("""
                DELETE n FROM event_need n JOIN event_booking b ON b.id = n.booking_id WHERE b.event_id = ?
                   AND b.person_id NOT IN (SELECT h.person_id FROM person_held h)
                """).param(event.toString()).update();
        if (deleted > 0) {
            jdbc.sql("UPDATE event SET needs_deleted_at = ? WHERE id = ?")
                    .param(Sql.utc(clock.instant()))
                    .param(event.toString())
                    .update();
            messages.publishEvent(
                    new EventMessage(event, "needs-deleted", Map.of("number", String.valueOf(deleted)), null));
        }
        return deleted;
    }
}
