package org.safercommunities.portal.events;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Publishes events at the time that their editors set, within ten seconds of it. */
@Component
class ScheduledPublishing {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledPublishing.class);

    private final JdbcClient jdbc;
    private final EventPublishing publishing;
    private final Clock clock;

    ScheduledPublishing(JdbcClient jdbc, EventPublishing publishing, Clock clock) {
        this.jdbc = jdbc;
        this.publishing = publishing;
        this.clock = clock;
    }

    void publishDue() {
        // One that is over by now, as after days in which no portal ran, is for nobody any more
        List<UUID> due = jdbc.sql("""
                SELECT id FROM event WHERE state = 'SCHEDULED' AND publish_at <= :now AND ends_at > :now
                 ORDER BY publish_at LIMIT 100
                """)
                .param("now", Sql.utc(clock.instant()))
                .query((row, number) -> Sql.id(row, "id"))
                .list();
        for (UUID event : due) {
            try {
                publishing.publishScheduled(event, Reader.portal());
            } catch (RuntimeException failure) {
                LOG.warn("Event {} could not be published and is tried again", event, failure);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> publishScheduledEvents(ScheduledPublishing scheduled) {
            return Tasks.recurring("event-publish-scheduled", FixedDelay.ofSeconds(10))
                    .execute((instance, context) -> scheduled.publishDue());
        }
    }
}
