package org.safercommunities.portal.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class MailBellTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final int LANES = 4;

    private final MailBell bell = new MailBell();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean ended;

    private List<Thread> lanes(Duration patience) {
        List<Thread> lanes = new ArrayList<>();
        for (int i = 0; i < LANES; i++) {
            lanes.add(Thread.ofVirtual().start(() -> {
                while (!ended) {
                    long heard = bell.rings();
                    looks.incrementAndGet();
                    bell.foundNothing(heard);
                    try {
                        while (!ended && !bell.await(patience)) {
                            Thread.onSpinWait();
                        }
                    } catch (InterruptedException e) {
                        return;
                    }
                }
            }));
        }
        Eventually.holds(() -> assertThat(looks.get()).isEqualTo(LANES));
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        return lanes;
    }

    private void end(List<Thread> lanes) throws InterruptedException {
        ended = true;
        bell.ringForAll();
        for (Thread lane : lanes) {
            assertThat(lane.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void oneRingMakesOneLaneLook() throws Exception {
        List<Thread> lanes = lanes(Duration.ofMinutes(1));
        bell.ring();
        Eventually.holds(() -> assertThat(looks.get()).isEqualTo(LANES + 1));
        LockSupport.parkNanos(PATIENCE.toNanos());
        assertThat(looks.get()).isEqualTo(LANES + 1);
        end(lanes);
    }

    /** What other nodes have written, nobody rings for. */
    @Test
    void oneOfAllLooksNowAndThen() throws Exception {
        List<Thread> lanes = lanes(PATIENCE);
        int before = looks.get();
        LockSupport.parkNanos(PATIENCE.multipliedBy(20).toNanos());
        assertThat(looks.get() - before).isBetween(4, 25);
        end(lanes);
    }
}
