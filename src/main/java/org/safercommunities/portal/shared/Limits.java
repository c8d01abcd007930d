package org.safercommunities.portal.shared;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher messages;

    @Autowired
    Limits(
            LimitSettings settings,
            @Value("${portal.demo:false}") boolean demo,
            Clock clock,
            ApplicationEventPublisher messages) {
        this(settings, settings.factor() > 0 ? settings.factor() : demo ? DEMONSTRATION : 1, clock, messages);
    }

    Limits(LimitSettings settings, int factor, Clock clock, ApplicationEventPublisher messages) {
        this.clock = clock;
        this.messages = messages;
        for (Limited what : Limited.values()) {
            tallies.put(what, new Tally((long) settings.of(what) * factor));
        }
    }

    /** Counts this time too, unless it is one too many. */
    public boolean allows(Limited what, String who) {
        return told(what, who, tally(what).allows(who, clock.millis()));
    }

    /** The same, without counting this time. */
    public boolean wouldAllow(Limited what, String who) {
        return told(what, who, !tally(what).isReached(who, clock.millis()));
    }

    private boolean told(Limited what, String who, boolean allowed) {
        if (!allowed) {
            messages.publishEvent(new LimitReached(what, who));
        }
        return allowed;
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
