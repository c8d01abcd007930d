package org.safercommunities.portal.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.notifications.BatchSettlement.DomainSays;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much mail to many a recipient's domain gets, over all nodes and across restarts: tokens that refill with time, and rests when
 * its server asks for them. Everything here happens in the transaction of whoever takes up mail.
 */
@Component
class DomainPace {

    /** So many "not now" in a row, of different recipients, are the domain's rather than theirs. */
    static final int REFUSALS_BEFORE_A_REST = 10;

    /** What a domain may get at once after a while without mail. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int usualPerMinute;

    DomainPace(JdbcClient jdbc, Clock clock, MailProperties settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.usualPerMinute = settings.many().perDomainPerMinute();
    }

    private record Domain(
            String name,
            int perMinute,
            double tokens,
            Instant refilled,
            Instant queue,
            @Nullable Instant rests) {}

    /** Those that are to wait, and until when; the others may be sent now. */
    Map<BatchMail, Instant> waiting(List<BatchMail> mails) {
        Map<String, List<BatchMail>> byDomain = new HashMap<>();
        mails.forEach(mail -> byDomain.computeIfAbsent(mail.domain(), any -> new ArrayList<>())
                .add(mail));
        Instant now = clock.instant();
        Map<BatchMail, Instant> waiting = new HashMap<>();
        for (Domain domain : limited(byDomain.keySet(), now)) {
            admit(domain, byDomain.getOrDefault(domain.name(), List.of()), now, waiting);
        }
        return waiting;
    }

    private void admit(Domain domain, List<BatchMail> mails, Instant now, Map<BatchMail, Instant> waiting) {
        Instant rests = domain.rests();
        if (rests != null && rests.isAfter(now)) {
            mails.forEach(mail -> waiting.put(mail, rests));
            return;
        }
        if (domain.perMinute() <= 0) {
            return;
        }
        double most = Math.max(1, (double) domain.perMinute() * AT_ONCE.toMillis() / MINUTE.toMillis());
        double refill = domain.perMinute()
                * (double) Math.max(0, Duration.between(domain.refilled(), now).toMillis())
                / MINUTE.toMillis();
        double tokens = Math.min(most, domain.tokens() + refill);
        // Full: nobody queues any more, whatever was queued once
        Instant queue = tokens >= most || domain.queue().isBefore(now) ? now : domain.queue();
        Duration apart = MINUTE.dividedBy(domain.perMinute());
        for (BatchMail mail : mails) {
            if (tokens >= 1) {
                tokens--;
            } else {
                queue = queue.plus(apart);
                waiting.put(mail, queue);
            }
        }
        jdbc.sql("UPDATE mail_domain SET tokens = ?, refilled_at = ?, queue_at = ? WHERE domain = ?")
                .params(tokens, Sql.utc(now), Sql.utc(queue), domain.name())
                .update();
    }

    /** Held until the transaction ends, so that two nodes do not spend the same token. In the order of their names: no circle. */
    private List<Domain> limited(Collection<String> names, Instant now) {
        TreeSet<String> sorted = new TreeSet<>(names);
        List<Domain> found = held(sorted, now);
        if (usualPerMinute > 0 && found.size() < sorted.size()) {
            TreeSet<String> unknown = new TreeSet<>(sorted);
            found.forEach(domain -> unknown.remove(domain.name()));
            unknown.forEach(name -> meet(name, now));
            found = held(sorted, now);
        }
        return found;
    }

    private List<Domain> held(TreeSet<String> names, Instant now) {
        return jdbc.sql("""
                SELECT * FROM mail_domain WHERE domain IN (:names) AND (:all OR per_minute > 0 OR rests_until > :now)
                 ORDER BY domain FOR UPDATE
                """)
                .param("names", names)
                .param("all", usualPerMinute > 0)
                .param("now", Sql.utc(now))
                .query(this::domain)
                .list();
    }

    private void meet(String name, Instant now) {
        jdbc.sql("""
                INSERT INTO mail_domain (domain, tokens, refilled_at, queue_at) VALUES (:name, 1, :now, :now)
                ON DUPLICATE KEY UPDATE domain = VALUES(domain)
                """).param("name", name).param("now", Sql.utc(now)).update();
    }

    /** Notes what servers have said of their domains as a whole. */
    void hear(List<BatchSettlement> settled) {
        Map<String, DomainSays> last = new HashMap<>();
        Map<String, Integer> refusals = new HashMap<>();
        for (BatchSettlement each : settled) {
            switch (each.domainSays()) {
                case NOTHING -> {}
                case FINE -> {
                    last.put(each.domain(), DomainSays.FINE);
                    refusals.remove(each.domain());
                }
                case NOT_THIS_ONE -> {
                    last.merge(
                            each.domain(),
                            DomainSays.NOT_THIS_ONE,
                            (before, now) -> before == DomainSays.NOT_NOW ? before : now);
                    refusals.merge(each.domain(), 1, Integer::sum);
                }
                case NOT_NOW -> last.put(each.domain(), DomainSays.NOT_NOW);
            }
        }
        List<String> fine = last.keySet().stream()
                .filter(name -> last.get(name) == DomainSays.FINE)
                .sorted()
                .toList();
        if (!fine.isEmpty()) {
            jdbc.sql("""
                    UPDATE mail_domain SET refusals = 0, rests = 0, rests_until = NULL
                     WHERE domain IN (:names) AND (refusals > 0 OR rests > 0)
                    """).param("names", fine).update();
        }
        last.keySet().stream()
                .filter(name -> last.get(name) != DomainSays.FINE)
                .sorted()
                .forEach(name -> refused(name, last.get(name) == DomainSays.NOT_NOW, refusals.getOrDefault(name, 0)));
    }

    private void refused(String name, boolean asWhole, int times) {
        Instant now = clock.instant();
        meet(name, now);
        jdbc.sql("UPDATE mail_domain SET refusals = refusals + ? WHERE domain = ?")
                .params(times, name)
                .update();
        int[] state = jdbc.sql("SELECT refusals, rests FROM mail_domain WHERE domain = ?")
                .param(name)
                .query((row, number) -> new int[] {row.getInt("refusals"), row.getInt("rests")})
                .single();
        if (asWhole || state[0] >= REFUSALS_BEFORE_A_REST) {
            Instant until = now.plus(RetryPlan.after(state[1] + 1).orElse(RetryPlan.LONGEST));
            jdbc.sql("UPDATE mail_domain SET refusals = 0, rests = rests + 1, rests_until = ? WHERE domain = ?")
                    .params(Sql.utc(until), name)
                    .update();
        }
    }

    private Domain domain(ResultSet row, int number) throws SQLException {
        int own = row.getInt("per_minute");
        return new Domain(
                row.getString("domain"),
                own > 0 ? own : usualPerMinute,
                row.getDouble("tokens"),
                Sql.moment(row, "refilled_at"),
                Sql.moment(row, "queue_at"),
                Sql.instant(row, "rests_until"));
    }
}
