package org.safercommunities.portal.agencies;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rule of accounts that nobody uses. Who has not signed in for a time is asked; who then neither signs in nor is confirmed by a
 * colleague within a further time has their membership ended. Who was kept by a colleague is asked again after as long.
 */
@Component
class UnusedAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedAccounts.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate each;
    private final Clock clock;
    private final Duration unused;
    private final Duration grace;

    UnusedAccounts(
            JdbcClient jdbc,
            People people,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${portal.accounts.unused-days}") int unusedDays,
            @Value("${portal.accounts.grace-days}") int graceDays) {
        this.jdbc = jdbc;
        this.people = people;
        this.messages = messages;
        this.each = new TransactionTemplate(transactions);
        this.clock = clock;
        this.unused = Duration.ofDays(unusedDays);
        this.grace = Duration.ofDays(graceDays);
    }

    private record Unused(UUID person, String agency) {}

    /** Asks and ends what is due. A time of no days switches it off. Returns how many memberships it ended. */
    int askAndEnd() {
        if (unused.isZero()) {
            return 0;
        }
        Instant now = clock.instant();
        due("""
                COALESCE(p.last_sign_in_at, m.since) < :unused AND m.since < :unused
                AND (m.questioned_at IS NULL OR m.questioned_at < :unused)
                """, now).forEach(account -> each.executeWithoutResult(status -> ask(account, now)));
        int ended = 0;
        for (Unused account : due("""
                m.questioned_at < :grace AND COALESCE(p.last_sign_in_at, m.since) < m.questioned_at
                AND (m.confirmed_at IS NULL OR m.confirmed_at < m.questioned_at)
                """, now)) {
            ended += end(account) ? 1 : 0;
        }
        return ended;
    }

    private List<Unused> due(String condition, Instant now) {
        return jdbc.sql("SELECT m.person_id, m.agency FROM membership m JOIN person p ON p.id = m.person_id"
                        + " WHERE m.ended_at IS NULL AND " + condition + " ORDER BY m.id LIMIT " + AT_ONCE)
                .param("unused", Sql.utc(now.minus(unused)))
                .param("grace", Sql.utc(now.minus(grace)))
                .query((row, number) -> new Unused(Sql.id(row, "person_id"), row.getString("agency")))
                .list();
    }

    private void ask(Unused account, Instant now) {
        int asked = jdbc.sql("UPDATE membership SET questioned_at = ? WHERE person_id = ? AND ended_at IS NULL")
                .params(Sql.utc(now), account.person().toString())
                .update();
        if (asked > 0) {
            messages.publishEvent(new AccountQuestioned(
                    account.person(),
                    account.agency(),
                    now.plus(grace).atZone(Dates.KENT).toLocalDate()));
        }
    }

    private boolean end(Unused account) {
        try {
            each.executeWithoutResult(status ->
                    people.endMembership(account.person(), "The account was not used any more", Reader.portal()));
            return true;
        } catch (InvalidEntry needed) {
            LOG.warn("The unused account of {} stays: {}", account.person(), needed.getMessage());
            return false;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> endUnusedAccounts(UnusedAccounts accounts) {
            return Tasks.recurring("end-unused-accounts", FixedDelay.ofHours(6))
                    .execute((instance, context) -> accounts.askAndEnd());
        }

        @Bean
        Task<Void> beginMembershipReviews(MembershipReviews reviews) {
            return Tasks.recurring("begin-membership-reviews", FixedDelay.ofHours(6))
                    .execute((instance, context) -> reviews.beginAndRemind());
        }
    }
}
