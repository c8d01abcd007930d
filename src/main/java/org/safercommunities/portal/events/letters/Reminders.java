package org.safercommunities.portal.events.letters;

import static java.util.Objects.requireNonNull;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.safercommunities.portal.events.EventNotices;
import org.safercommunities.portal.events.NoticeKind;
import org.safercommunities.portal.shared.DaysBefore;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those who have a place, at nine in the morning so many days before the session’s day, whatever the clocks do in between.
 * Nobody is reminded who got their place after that moment, and nobody twice.
 */
@Component
class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final Duration LONGEST = Duration.ofDays(62);

    private final JdbcClient jdbc;
    private final EventNotices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(JdbcClient jdbc, EventNotices notices, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A session to come, and how many days before it people are reminded. */
    record Upcoming(UUID event, UUID session, Instant start, List<Integer> days) {

        /** The last reminder whose moment has come; an earlier one that nobody got is no longer worth a mail. */
        int due(Instant now) {
            return DaysBefore.due(days, start, now).orElse(0);
        }
    }

    /** Notes every reminder that is due. Those of one event together, so that a booking gets one letter. */
    void catchUp() {
        Instant now = clock.instant();
        Map<UUID, List<Upcoming>> byEvent = upcoming(now).stream()
                .filter(session -> session.due(now) > 0)
                .collect(Collectors.groupingBy(Upcoming::event));
        byEvent.forEach((event, sessions) -> {
            try {
                transaction.executeWithoutResult(
                        status -> sessions.forEach(session -> remind(session, session.due(now))));
            } catch (RuntimeException failure) {
                LOG.warn("Reminders of event {} could not be noted and are tried again", event, failure);
            }
        });
    }

    private void remind(Upcoming session, int days) {
        record Due(UUID booking, UUID place) {}
        List<Due> due = jdbc.sql("""
                SELECT p.id, p.booking_id FROM event_place p
                 WHERE p.session_id = :session AND p.state = 'CONFIRMED' AND p.changed_at <= :moment
                   AND NOT EXISTS (SELECT 1 FROM event_reminder r WHERE r.place_id = p.id AND r.days = :days)
                 ORDER BY p.id
                """)
                .param("session", session.session().toString())
                .param("moment", Sql.utc(DaysBefore.momentOf(session.start(), days)))
                .param("days", days)
                .query((row, number) ->
                        new Due(UUID.fromString(row.getString("booking_id")), UUID.fromString(row.getString("id"))))
                .list();
        for (Due one : due) {
            jdbc.sql("INSERT INTO event_reminder (place_id, days, sent_at) VALUES (?, ?, ?)")
                    .param(one.place().toString())
                    .param(days)
                    .param(Sql.utc(clock.instant()))
                    .update();
            notices.note(NoticeKind.REMINDER, session.event(), one.booking(), one.place(), null);
        }
    }

    private List<Upcoming> upcoming(Instant now) {
        return jdbc.sql("""
                SELECT s.event_id, s.id, s.start_at, e.reminder_days FROM event_session s JOIN event e ON e.id = s.event_id
                 WHERE e.state = 'PUBLISHED' AND s.removed_at IS NULL AND s.start_at > ? AND s.start_at < ?
                   AND e.reminder_days <> '' ORDER BY s.start_at
                """)
                .param(Sql.utc(now))
                .param(Sql.utc(now.plus(LONGEST)))
                .query(Reminders::session)
                .list();
    }

    private static Upcoming session(ResultSet row, int number) throws SQLException {
        return new Upcoming(
                UUID.fromString(row.getString("event_id")),
                UUID.fromString(row.getString("id")),
                requireNonNull(Sql.instant(row, "start_at")),
                Arrays.stream(row.getString("reminder_days").split(" "))
                        .map(String::strip)
                        .filter(days -> !days.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> eventReminders(Reminders reminders) {
            return Tasks.recurring("event-reminders", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> reminders.catchUp());
        }
    }
}
