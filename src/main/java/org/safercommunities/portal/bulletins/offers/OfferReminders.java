package org.safercommunities.portal.bulletins.offers;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.safercommunities.portal.shared.DaysBefore;
import org.safercommunities.portal.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds agencies before a deadline for items, at nine in the morning so many days before its day. Each round once, all its mails in
 * the transaction that notes it; of several rounds that are due the last, for the earlier ones say nothing more.
 */
@Component
class OfferReminders {

    private static final Logger LOG = LoggerFactory.getLogger(OfferReminders.class);

    /** In which an editor may still think better of a deadline that was just set. */
    private static final Duration SETTLES = Duration.ofMinutes(10);

    private final CallsForItems calls;
    private final ReminderLetters letters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<Integer> days;

    OfferReminders(
            CallsForItems calls,
            ReminderLetters letters,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${portal.bulletins.offer-reminder-days}") List<Integer> days) {
        this.calls = calls;
        this.letters = letters;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.days = List.copyOf(days);
    }

    /** Sends every reminder that is due. */
    void catchUp() {
        for (CallForItems call : calls.open()) {
            try {
                transaction.executeWithoutResult(status -> remind(call));
            } catch (RuntimeException failure) {
                LOG.warn("Reminders for bulletin {} could not be sent and are tried again", call.bulletin(), failure);
            }
        }
    }

    private void remind(CallForItems call) {
        OptionalInt due = DaysBefore.due(days, call.until(), clock.instant());
        if (due.isPresent() && settled(call.bulletin()) && isFirst(call.bulletin(), due.getAsInt())) {
            letters.send(call);
        }
    }

    private boolean settled(UUID bulletin) {
        return jdbc.sql("SELECT COUNT(*) FROM bulletin_call WHERE bulletin_id = ? AND set_at <= ?")
                        .param(bulletin.toString())
                        .param(Sql.utc(clock.instant().minus(SETTLES)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whoever notes the round sends it; another process at the same moment waits for the row and finds it there. */
    private boolean isFirst(UUID bulletin, int daysBefore) {
        return jdbc.sql("INSERT IGNORE INTO bulletin_call_reminder (bulletin_id, days, sent_at) VALUES (?, ?, ?)")
                        .param(bulletin.toString())
                        .param(daysBefore)
                        .param(Sql.utc(clock.instant()))
                        .update()
                > 0;
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> offerReminding(OfferReminders reminders) {
            return Tasks.recurring("bulletin-offer-reminders", FixedDelay.ofMinutes(5))
                    .execute((instance, context) -> reminders.catchUp());
        }
    }
}
