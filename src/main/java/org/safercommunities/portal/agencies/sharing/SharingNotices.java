package org.safercommunities.portal.agencies.sharing;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.DaysBefore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells coordinators and administrators before an agency's signature lapses and on the day, at nine in the morning. Of several
 * notices that are due the last, for the earlier ones say nothing more.
 */
@Component
class SharingNotices {

    /** A lapse is told of so long after it, should nobody have run by then. */
    private static final Duration STILL_NEWS = Duration.ofDays(2);

    private final SharingAgreements agreements;
    private final SharingRows rows;
    private final Agencies agencies;
    private final ApplicationEventPublisher messages;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final List<Integer> days;

    SharingNotices(
            SharingAgreements agreements,
            SharingRows rows,
            Agencies agencies,
            ApplicationEventPublisher messages,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${portal.sharing.notice-days}") List<Integer> days) {
        this.agreements = agreements;
        this.rows = rows;
        this.agencies = agencies;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.days = List.copyOf(days);
    }

    /** Sends every notice that is due. */
    void catchUp() {
        Map<String, Standing> standings = agreements.standings(Reader.portal());
        Instant since = clock.instant().minus(STILL_NEWS);
        for (AgencySummary agency : agencies.all()) {
            Standing standing = standings.get(agency.slug());
            if (agency.active() && standing != null && standing.holdsAt(since)) {
                standing.lapse(since).ifPresent(lapse -> tell(agency, lapse));
            }
        }
    }

    private void tell(AgencySummary agency, Instant lapse) {
        Instant now = clock.instant();
        OptionalInt due = DaysBefore.due(days, lapse, now);
        if (due.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (rows.isFirst(agency.slug(), lapse, due.getAsInt(), now)) {
                messages.publishEvent(new SharingLapses(
                        agency.slug(), agency.name(), lapse, due.getAsInt(), rows.toldOf(agency.slug())));
            }
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> sharingNoticing(SharingNotices notices) {
            return Tasks.recurring("agency-sharing-notices", FixedDelay.ofMinutes(15))
                    .execute((instance, context) -> notices.catchUp());
        }
    }
}
