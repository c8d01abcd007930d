package org.safercommunities.portal.demo;

import java.time.Clock;
import org.safercommunities.portal.shared.Sql;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Remembers what of the demonstration is in already, in the same transaction that puts it in. */
@Component
@ConditionalOnBooleanProperty("portal.demo")
class DemoSeed {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoSeed(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean has(String item) {
        return jdbc.sql("SELECT COUNT(*) FROM demo_seed WHERE item = ?")
                        .param(item)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Takes the step unless it was taken before; a second process that tries at the same moment waits and then does not. */
    void once(String item, Runnable step) {
        transactions.executeWithoutResult(status -> {
            int noted = jdbc.sql("INSERT IGNORE INTO demo_seed (item, done_at) VALUES (?, ?)")
                    .param(item)
                    .param(Sql.utc(clock.instant()))
                    .update();
            if (noted == 1) {
                step.run();
            }
        });
    }
}
