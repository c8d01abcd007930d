package org.safercommunities.portal.library.use;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import org.safercommunities.portal.shared.Dates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets who read what after thirteen months, which is what figures go back to, and words of searches after a year. */
@Component
class OldFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    OldFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Some of it. Returns how many rows there were. */
    @Transactional
    int forget() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dates.KENT);
        return jdbc.sql("DELETE FROM library_read WHERE day < ? LIMIT 5000")
                        .param(today.minusMonths(13))
                        .update()
                + jdbc.sql("DELETE FROM search_without_result WHERE day < ? LIMIT 5000")
                        .param(today.minusYears(1))
                        .update();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Task<Void> forgetLibraryReads(OldFigures figures) {
            return Tasks.recurring("forget-library-reads", FixedDelay.ofHours(6))
                    .execute((instance, context) -> {
                        int gone = figures.forget();
                        while (gone > 0) {
                            gone = figures.forget();
                        }
                    });
        }
    }
}
