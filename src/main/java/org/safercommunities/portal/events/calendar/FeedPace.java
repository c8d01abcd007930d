package org.safercommunities.portal.events.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How often one calendar is read on this node: sixty times an hour, which is more than any calendar program asks. */
@Component
class FeedPace {

    static final Duration SPAN = Duration.ofHours(1);
    static final int MOST = 60;
    private static final int REMEMBERED = 10_000;

    private record Window(Instant since, int times) {}

    private final Clock clock;
    private final Map<UUID, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Window> eldest) {
            return size() > REMEMBERED;
        }
    };

    FeedPace(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean allows(UUID owner) {
        Instant now = clock.instant();
        Window window = windows.merge(
                owner,
                new Window(now, 1),
                (old, fresh) -> old.since().plus(SPAN).isAfter(now) ? new Window(old.since(), old.times() + 1) : fresh);
        return window.times() <= MOST;
    }
}
