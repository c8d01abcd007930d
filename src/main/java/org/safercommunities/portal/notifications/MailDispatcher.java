package org.safercommunities.portal.notifications;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Runs this node's lanes from start to stop. Each node has its own; the rows' locks keep them apart. */
@Component
class MailDispatcher implements SmartLifecycle {

    private final MailRows rows;
    private final MailBell bell;
    private final MailProperties settings;
    private final Clock clock;
    private final Lanes lanes;

    MailDispatcher(MailRows rows, MailBell bell, MailProperties settings, Clock clock) {
        this.rows = rows;
        this.bell = bell;
        this.settings = settings;
        this.clock = clock;
        this.lanes = new Lanes(bell, Thread.ofVirtual().name("mail-lane-", 1));
    }

    @Override
    public void start() {
        lanes.start(settings.connections(), () -> new MailLane(rows, new SmtpLine(settings, clock), bell, clock));
    }

    @Override
    public void stop() {
        lanes.stop();
    }

    @Override
    public boolean isRunning() {
        return lanes.isRunning();
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
    }
}
