package org.safercommunities.portal.shared;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The clock that all code asks, and the one scheduler of everything that happens at a time (cluster-safe: one table). */
@Configuration(proxyBeanMethods = false)
class Time {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Starts with the application and finishes what it is at before it stops. Modules contribute {@link Task} beans. */
    @Bean(initMethod = "start", destroyMethod = "stop")
    @Lazy(false)
    Scheduler scheduler(DataSource dataSource, List<Task<?>> tasks) {
        List<RecurringTask<?>> recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(task -> (RecurringTask<?>) task)
                .toList();
        List<Task<?>> others =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), others.toArray(Task<?>[]::new))
                .startTasks(recurring.toArray(RecurringTask[]::new))
                .threads(4)
                .pollingInterval(Duration.ofSeconds(5))
                .heartbeatInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(3))
                .build();
    }
}
