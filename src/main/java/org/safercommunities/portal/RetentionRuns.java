package org.safercommunities.portal;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.NotAllowed;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Csv;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.shared.privacy.Retention;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs the retention rule of every kind of personal data once a night and keeps a report of it. What goes wrong with one kind does not
 * keep the others from their turn.
 */
@Component
class RetentionRuns {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionRuns.class);
    private static final Duration SOON = Duration.ofDays(30);
    /** Reports hold numbers alone; older ones tell nobody anything. */
    private static final Duration REPORTS_KEPT = Duration.ofDays(400);

    private final ObjectProvider<Retention> kinds;
    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionRuns(ObjectProvider<Retention> kinds, JdbcClient jdbc, Clock clock) {
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What one run did with one kind.
     *
     * @param due how many there were whose time was over
     * @param done how many of them were dealt with
     * @param fault what went wrong, in words; null when nothing did
     */
    record Line(
            UUID run,
            String rule,
            Instant began,
            Duration took,
            long due,
            long done,
            @Nullable String fault) {}

    /** @param now how many are due now; @param soon how many more will be in thirty days */
    record Due(Retention kind, long now, long soon) {}

    /** Returns how many kinds went wrong. */
    int run() {
        UUID run = UUID.randomUUID();
        int wrong = 0;
        for (Retention kind : kinds.orderedStream().toList()) {
            Line line = run(run, kind);
            wrong += line.fault() == null ? 0 : 1;
            jdbc.sql(
                            "INSERT INTO retention_run (run_id, rule, began_at, took_ms, due, done, fault) VALUES (?, ?, ?, ?, ?, ?, ?)")
                    .param(line.run().toString())
                    .param(line.rule())
                    .param(Sql.utc(line.began()))
                    .param(line.took().toMillis())
                    .param(line.due())
                    .param(line.done())
                    .param(line.fault())
                    .update();
        }
        jdbc.sql("DELETE FROM retention_run WHERE began_at < ?")
                .param(Sql.utc(clock.instant().minus(REPORTS_KEPT)))
                .update();
        return wrong;
    }

    private Line run(UUID run, Retention kind) {
        Instant began = clock.instant();
        long start = System.nanoTime();
        long due = 0;
        long done = 0;
        String fault = null;
        try {
            due = kind.due().applyAsLong(began);
            done = kind.run().getAsInt();
        } catch (RuntimeException failed) {
            LOG.warn("The retention rule “{}” did not finish", kind.rule(), failed);
            // Not what the database said, which may quote what was to be deleted
            fault = failed instanceof IllegalStateException && failed.getMessage() != null
                    ? failed.getMessage()
                    : "It did not finish; the log of the portal says why";
        }
        return new Line(run, kind.rule(), began, Duration.ofNanos(System.nanoTime() - start), due, done, fault);
    }

    /** The newest lines, those of one run together. */
    List<Line> newest(int limit, Reader by) {
        NotAllowed.unlessAdministrator(by);
        return lines("ORDER BY began_at DESC, rule LIMIT " + limit);
    }

    /** The same as a table. */
    void write(Appendable out, Reader by) throws IOException {
        Csv table = new Csv(out).row("run", "kind", "began", "milliseconds", "due", "done", "fault");
        for (Line line : newest(10_000, by)) {
            String fault = line.fault();
            table.row(
                    line.run().toString(),
                    line.rule(),
                    line.began().toString(),
                    String.valueOf(line.took().toMillis()),
                    String.valueOf(line.due()),
                    String.valueOf(line.done()),
                    fault == null ? "" : fault);
        }
    }

    /** What went wrong in the newest run. */
    List<Line> wrong() {
        return lines("WHERE fault IS NOT NULL AND run_id = (SELECT n.run_id FROM retention_run n"
                + " ORDER BY n.began_at DESC LIMIT 1) ORDER BY rule");
    }

    private List<Line> lines(String which) {
        return jdbc.sql("SELECT * FROM retention_run " + which)
                .query((row, number) -> new Line(
                        Sql.id(row, "run_id"),
                        row.getString("rule"),
                        Sql.moment(row, "began_at"),
                        Duration.ofMillis(row.getLong("took_ms")),
                        row.getLong("due"),
                        row.getLong("done"),
                        row.getString("fault")))
                .list();
    }

    List<Due> due(Reader by) {
        NotAllowed.unlessAdministrator(by);
        Instant now = clock.instant();
        return kinds.orderedStream()
                .map(kind -> {
                    long due = kind.due().applyAsLong(now);
                    return new Due(kind, due, kind.due().applyAsLong(now.plus(SOON)) - due);
                })
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> runRetentionRules(RetentionRuns runs) {
            return Tasks.recurring("run-retention-rules", Schedules.daily(Dates.KENT, LocalTime.of(3, 20)))
                    .execute((instance, context) -> runs.run());
        }
    }
}
