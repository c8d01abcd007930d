package org.safercommunities.portal.notifications;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Runs this node's lanes for mail to many from start to stop. Each node has its own; the rows' locks keep them apart. */
@Component
class BatchDispatcher implements SmartLifecycle {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(2500);

    private final BatchRows rows;
    private final BatchForms forms;
    private final MailBell bell;
    private final MailProperties settings;
    private final Clock clock;
    private final List<BatchLane> lanes = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    BatchDispatcher(BatchRows rows, BatchForms forms, BatchBell bell, MailProperties settings, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.bell = bell.bell;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        for (int i = 1; lanes.size() < settings.many().connections(); i++) {
            BatchLane lane = new BatchLane(rows, forms, new SmtpLine(settings, clock), bell, clock, settings);
            lanes.add(lane);
            // Threads of the system: they wait for short answers all the time, which costs virtual ones a detour each
            threads.add(Thread.ofPlatform().daemon().name("batch-lane-" + i).start(lane));
        }
    }

    @Override
    public synchronized void stop() {
        lanes.forEach(BatchLane::stop);
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
    static class Schedule {

        @Bean
        Task<Void> forgetBatches(BatchArchive archive) {
            return Tasks.recurring("forget-batches", FixedDelay.ofHours(6))
                    .execute((instance, context) -> archive.forget(KEPT));
        }
    }
}
