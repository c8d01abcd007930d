package org.safercommunities.portal.notifications;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Runs this node's lanes from start to stop. Each node has its own; the rows' locks keep them apart. */
@Component
class MailDispatcher implements SmartLifecycle {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(2500);

    private final MailRows rows;
    private final MailBell bell;
    private final MailProperties settings;
    private final Clock clock;
    private final List<MailLane> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    MailDispatcher(MailRows rows, MailBell bell, MailProperties settings, Clock clock) {
        this.rows = rows;
        this.bell = bell;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        for (int i = 1; lanes.size() < settings.connections(); i++) {
            MailLane lane = new MailLane(rows, new SmtpLine(settings, clock), bell, clock);
            lanes.add(lane);
            threads.add(Thread.ofVirtual().name("mail-lane-" + i).start(lane));
        }
    }

    @Override
    public synchronized void stop() {
        lanes.forEach(MailLane::stop);
        bell.ringForAll();
        long end = System.nanoTime() + STOP_PATIENCE.toNanos();
        try {
            for (Thread thread : threads) {
                // What hangs is left as it is: found in SENDING later, it counts as uncertain
                thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lanes.clear();
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !lanes.isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MailProperties.class)
    static class Schedule {

        @Bean
        Task<Void> recoverMail(MailRows rows, MailBell bell) {
            return Tasks.recurring("recover-mail", FixedDelay.ofMinutes(1)).execute((instance, context) -> {
                if (rows.recover() > 0) {
                    bell.ring();
                }
            });
        }

        @Bean
        Task<Void> forgetMail(MailRows rows) {
            return Tasks.recurring("forget-mail", FixedDelay.ofHours(6))
                    .execute((instance, context) -> rows.forget(KEPT));
        }
    }
}
