package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Retention;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes requests for access some time after their answer, as the privacy notice says. What waits for an answer stays, however
 * old: somebody still has to see it.
 */
@Component
class AnsweredRequests {

    static final Period KEPT = Period.ofYears(1);

    private static final String DUE = """
            FROM access_request WHERE state <> 'OPEN' AND answered_at <= ?
             AND email NOT IN (SELECT h.email FROM person_held h)
            """;

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
        LocalDateTime before = Sql.utc(clock.instant()).minus(KEPT);
        int deleted = jdbc.sql("DELETE " + DUE).param(before).update();
        if (deleted > 0) {
            messages.publishEvent(new AccessRequestsDeleted(deleted, before.toLocalDate()));
        }
        return deleted;
    }

    long due(Instant by) {
        return jdbc.sql("SELECT COUNT(*) " + DUE)
                .param(Sql.utc(by).minus(KEPT))
                .query(Long.class)
                .single();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Retention answeredAccessRequestsInTime(AnsweredRequests requests) {
            return new Retention(
                    "access-requests", "Answered requests for access", Fate.ERASED, requests::due, requests::deleteOld);
        }
    }
}
