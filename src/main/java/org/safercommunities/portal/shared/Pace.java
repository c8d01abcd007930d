package org.safercommunities.portal.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody may do a thing within a span of time. Remembers the last ten thousand of those who did, on this node. */
public final class Pace {

    private static final int REMEMBERED = 10_000;

    private final int most;
    private final Duration span;
    private final Map<String, Deque<Instant>> times = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Pace(int most, Duration span) {
        this.most = most;
        this.span = span;
    }

    /** Counts this time too, unless it is one too many. */
    public synchronized boolean allows(String who, Instant now) {
        Deque<Instant> recent = times.computeIfAbsent(who, any -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(span))) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            return false;
        }
        recent.addLast(now);
        return true;
    }

    /** The part of a network address that stands for one place: a household or office has 2^64 addresses of the new kind. */
    public static String place(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return groups.length < 5 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
