package org.safercommunities.portal.notifications;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safercommunities.portal.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes down what came of mails of a batch, in the transaction of whoever holds the batch. */
@Repository
class BatchNotes {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DomainPace pace;

    BatchNotes(JdbcClient jdbc, Clock clock, DomainPace pace) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pace = pace;
    }

    /**
     * One statement for all. That a mail was taken is noted whatever its row says by now; anything else only while nobody has
     * decided about the row since. What would wait in a batch that was stopped meanwhile is stopped with it.
     */
    void write(List<BatchSettlement> last, boolean stopped) {
        if (last.isEmpty()) {
            return;
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (BatchSettlement each : last) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", each.id().toString());
            row.put("attempt", each.attempt());
            row.put(
                    "state",
                    stopped && each.state() == MailState.PENDING
                            ? "STOPPED"
                            : each.state().name());
            if (each.answer() != null) {
                row.put("answer", each.answer());
            }
            row.put("due", Sql.utc(each.due()).toString());
            row.put("deferred", each.deferred() ? 1 : 0);
            rows.add(row);
        }
        jdbc.sql("""
                UPDATE JSON_TABLE(:rows, '$[*]' COLUMNS (id CHAR(36) PATH '$.id', attempt INT PATH '$.attempt',
                           state VARCHAR(12) PATH '$.state', answer VARCHAR(1000) PATH '$.answer',
                           due DATETIME(6) PATH '$.due', deferred INT PATH '$.deferred')) AS s
                       STRAIGHT_JOIN mail AS m ON m.id = CAST(s.id AS UUID)
                   SET m.state = s.state, m.answer = COALESCE(s.answer, m.answer), m.due_at = s.due,
                       m.deferrals = m.deferrals + s.deferred, m.claimed_at = NULL, m.settled_at = :now
                 WHERE m.attempts = s.attempt AND (s.state = 'SENT' OR m.state IN ('SENDING', 'UNCERTAIN'))
                """)
                .param("rows", BatchJson.text(rows))
                .param("now", Sql.utc(clock.instant()))
                .update();
        last.stream()
                .filter(each -> each.state() == MailState.BOUNCED)
                .forEach(each -> Suppressions.add(jdbc, each.address(), each.answer(), clock.instant()));
        pace.hear(last);
    }
}
