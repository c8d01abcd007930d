package org.safercommunities.portal.shared;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * How often anybody may do a thing in a minute. Counted in the memory of this node, so that nothing waits for the database: several
 * nodes let so much more through, which keeps any one of them from being overrun, and that is what the limits are for.
 */
@Component
@EnableConfigurationProperties(LimitSettings.class)
public class Limits {

    private static final int DEMONSTRATION = 10;

    private final Map<Limited, Tally> tallies = new EnumMap<>(Limited.class);
    private final Clock clock;

    @Autowired
    Limits(LimitSettings settings, @Value("${portal.demo:false}") boolean demo, Clock clock) {
        this(settings, settings.factor() > 0 ? settings.factor() : demo ? DEMONSTRATION : 1, clock);
    }

    Limits(LimitSettings settings, int factor, Clock clock) {
        this.clock = clock;
        for (Limited what : Limited.values()) {
            tallies.put(what, new Tally((long) settings.of(what) * factor));
        }
    }

    /** Counts this time too, unless it is one too many. */
    public boolean allows(Limited what, String who) {
        return tally(what).allows(who, clock.millis());
    }

    /** Whether the next time would be one too many; counts nothing. */
    public boolean isReached(Limited what, String who) {
        return tally(what).isReached(who, clock.millis());
    }

    /** Counts this time too, or refuses in words that say what to do. */
    public void unlessTooOften(Limited what, String who) {
        if (!allows(what, who)) {
            throw new TooOften(what, secondsToWait());
        }
    }

    /** After so many seconds some of what was asked for is let through again. */
    public int secondsToWait() {
        return Tally.secondsLeft(clock.millis());
    }

    private Tally tally(Limited what) {
        return java.util.Objects.requireNonNull(tallies.get(what));
    }
}
