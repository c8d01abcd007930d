package org.safercommunities.portal.agencies;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDateTime;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes requests for access a year after their answer, as the privacy notice says. What waits for an answer stays, however
 * old: somebody still has to see it.
 */
@Component
class AnsweredRequests {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    AnsweredRequests(JdbcClient jdbc, ApplicationEventPublisher messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** Returns how many it deleted. */
    @Transactional
    public int deleteOld() {
        LocalDateTime yearAgo = Sql.utc(clock.instant()).minusYears(1);
        int deleted = jdbc.sql("DELETE FROM access_request WHERE state <> 'OPEN' AND answered_at <= ?")
                .param(yearAgo)
                .update();
        if (deleted > 0) {
            messages.publishEvent(new AccessRequestsDeleted(deleted, yearAgo.toLocalDate()));
        }
        return deleted;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> deleteAnsweredAccessRequests(AnsweredRequests requests) {
            return Tasks.recurring("delete-answered-access-requests", FixedDelay.ofHours(24))
                    .execute((instance, context) -> requests.deleteOld());
        }
    }
}
