package org.safercommunities.portal.notifications;

import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs this node's lanes for mail to many from start to stop. Each node has its own; the rows' locks keep them apart. */
@Component
class BatchDispatcher implements SmartLifecycle {

    private final BatchRows rows;
    private final BatchForms forms;
    private final MailBell bell;
    private final MailProperties settings;
    private final Clock clock;
    private final Lanes lanes;

    BatchDispatcher(BatchRows rows, BatchForms forms, BatchBell bell, MailProperties settings, Clock clock) {
        this.rows = rows;
        this.forms = forms;
        this.bell = bell.bell;
        this.settings = settings;
        this.clock = clock;
        // Threads of the system: they wait for short answers all the time, which costs virtual ones a detour each
        this.lanes = new Lanes(this.bell, Thread.ofPlatform().daemon().name("batch-lane-", 1));
    }

    @Override
    public void start() {
        lanes.start(
                settings.many().connections(),
                () -> new BatchLane(rows, forms, new SmtpLine(settings, clock), bell, clock, settings));
    }

    @Override
    public void stop() {
        lanes.stop();
    }

    @Override
    public boolean isRunning() {
        return lanes.isRunning();
    }
}
