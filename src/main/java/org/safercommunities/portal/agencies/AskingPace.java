package org.safercommunities.portal.agencies;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often anybody may ask for access: ten times an hour from one place, three times a day with one address. Remembers the
 * last ten thousand of each, on this node.
 */
@Component
class AskingPace {

    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Window places = new Window(10, Duration.ofHours(1));
    private final Window addresses = new Window(3, Duration.ofDays(1));

    AskingPace(Clock clock) {
        this.clock = clock;
    }

    /** @param place the asking computer's network address */
    boolean allowsPlace(String place) {
        return places.allows(network(place), clock.instant());
    }

    boolean allowsAddress(String email) {
        return addresses.allows(email, clock.instant());
    }

    /** One household or office has 2^64 addresses of the new kind. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return groups.length < 5 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }

    private static final class Window {

        private final int most;
        private final Duration span;
        private final Map<String, Deque<Instant>> times = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
                return size() > REMEMBERED;
            }
        };

        Window(int most, Duration span) {
            this.most = most;
            this.span = span;
        }

        synchronized boolean allows(String key, Instant now) {
            Deque<Instant> recent = times.computeIfAbsent(key, any -> new ArrayDeque<>());
            while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(span))) {
                recent.removeFirst();
            }
            if (recent.size() >= most) {
                return false;
            }
            recent.addLast(now);
            return true;
        }
    }
}
