package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.shared.privacy.Fate;
import org.safercommunities.portal.shared.privacy.Forgetting;
import org.safercommunities.portal.shared.privacy.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets people whose membership ended long enough ago, or who asked for it and were told yes. Each in a transaction of their own that
 * every module takes part in: a stop in between leaves nobody forgotten by half, and the next run goes on. Two runs at once wait at the
 * person’s row, and the second finds nothing left to do.
 */
@Component
class Leavers {

    private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);
    private static final int AT_ONCE = 200;

    /** Somebody who asks to be let in again is not forgotten before the answer. */
    private static final String DUE = """
            FROM person p WHERE NOT EXISTS (SELECT 1 FROM person_erasure e WHERE e.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.ended_at IS NULL)
             AND NOT EXISTS (SELECT 1 FROM person_held h WHERE h.person_id = p.id)
             AND NOT EXISTS (SELECT 1 FROM access_request a WHERE a.email = p.email AND a.state = 'OPEN')
             AND (EXISTS (SELECT 1 FROM privacy_request q WHERE q.person_id = p.id AND q.kind = 'ERASURE' AND q.state = 'DONE'
                       AND q.answered_at <= :asked)
                  OR :days > 0 AND (SELECT MAX(m.ended_at) FROM membership m WHERE m.person_id = p.id) <= :ended)
            """;

    private final JdbcClient jdbc;
    private final ObjectProvider<Forgetting> modules;
    private final ErasedAccounts accounts;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate each;
    private final Clock clock;
    private final int days;

    Leavers(
            JdbcClient jdbc,
            ObjectProvider<Forgetting> modules,
            ErasedAccounts accounts,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${portal.accounts.erased-after-days}") int days) {
        if (days < 0) {
            throw new IllegalArgumentException("PORTAL_ERASED_AFTER_DAYS is a number of days, 0 for never");
        }
        this.jdbc = jdbc;
        this.modules = modules;
        this.accounts = accounts;
        this.messages = messages;
        this.each = new TransactionTemplate(transactions);
        this.clock = clock;
        this.days = days;
    }

    long due(Instant by) {
        return asked("SELECT COUNT(*) " + DUE, by).query(Long.class).single();
    }

    /** Returns how many it forgot. Who cannot be forgotten does not keep the others from it, and is reported at the end. */
    int forget() {
        int forgotten = 0;
        int failed = 0;
        UUID last = new UUID(0, 0);
        while (true) {
            List<UUID> some = asked(
                            "SELECT p.id " + DUE + " AND p.id > :last ORDER BY p.id LIMIT " + AT_ONCE, clock.instant())
                    .param("last", last.toString())
                    .query((row, number) -> Sql.id(row, "id"))
                    .list();
            if (some.isEmpty()) {
                break;
            }
            for (UUID person : some) {
                try {
                    forgotten += Boolean.TRUE.equals(each.execute(status -> forget(person))) ? 1 : 0;
                } catch (RuntimeException unforgotten) {
                    failed++;
                    LOG.warn("An account was not erased and is tried again tomorrow", unforgotten);
                }
            }
            last = some.getLast();
        }
        if (failed > 0) {
            throw new IllegalStateException("%d accounts were erased, %d could not be".formatted(forgotten, failed));
        }
        return forgotten;
    }

    private JdbcClient.StatementSpec asked(String statement, Instant by) {
        return jdbc.sql(statement)
                .param("asked", Sql.utc(by))
                .param("days", days)
                .param("ended", Sql.utc(by).minusDays(days));
    }

    /** Looks again with the row held: they may have come back, or be held, since they were found. */
    private boolean forget(UUID person) {
        return jdbc.sql("SELECT p.email, p.name FROM person p WHERE p.id = ? FOR UPDATE")
                .param(person.toString())
                .query((row, number) -> new Forgetting.Leaver(person, row.getString("email"), row.getString("name")))
                .optional()
                .filter(leaver -> asked("SELECT COUNT(*) " + DUE + " AND p.id = :person", clock.instant())
                                .param("person", leaver.id())
                                .query(Long.class)
                                .single()
                        == 1)
                .map(leaver -> {
                    modules.orderedStream().forEach(module -> module.forget(leaver));
                    own(leaver);
                    messages.publishEvent(new PersonChanged(person, "erased", Map.of(), null));
                    return true;
                })
                .orElse(false);
    }

    private void own(Forgetting.Leaver leaver) {
        for (String statement : List.of(
                "DELETE FROM person_role WHERE person_id = ?",
                "DELETE FROM group_member WHERE person_id = ?",
                "DELETE FROM membership_move WHERE person_id = ?",
                "DELETE FROM agency_ending WHERE asked_by = ?",
                "DELETE FROM portal_session WHERE person_id = ?",
                "DELETE FROM access_request WHERE person_id = ?",
                "DELETE FROM privacy_request WHERE person_id = ?",
                "DELETE FROM person_hold WHERE person_id = ?",
                "UPDATE membership SET end_reason = NULL WHERE person_id = ?")) {
            jdbc.sql(statement).param(leaver.id()).update();
        }
        for (String statement :
                List.of("DELETE FROM access_request WHERE email = ?", "DELETE FROM agency_contact WHERE email = ?")) {
            jdbc.sql(statement).param(leaver.email()).update();
        }
        jdbc.sql("SELECT subject FROM person WHERE id = ? AND subject IS NOT NULL")
                .param(leaver.id())
                .query(String.class)
                .optional()
                .ifPresent(subject -> accounts.goes(leaver.person(), subject));
        jdbc.sql("""
                UPDATE person SET name = ?, email = ?, provider = NULL, subject = NULL, last_sign_in_at = NULL,
                       access_version = access_version + 1, version = version + 1 WHERE id = ?
                """)
                .params(Forgetting.NOBODY, leaver.person() + "@erased.invalid", leaver.id())
                .update();
        jdbc.sql("INSERT INTO person_erasure (person_id, erased_at) VALUES (?, ?)")
                .params(leaver.id(), Sql.utc(clock.instant()))
                .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Times {

        @Bean
        Retention peopleWhoLeftInTime(Leavers leavers) {
            return new Retention(
                    "account", "Accounts of people who have left", Fate.PSEUDONYMISED, leavers::due, leavers::forget);
        }
    }
}
