package org.safercommunities.portal.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts who did a thing how often in the last minute: what was counted in this minute of the clock, and of the one before the part that
 * is less than a minute ago. Two numbers for each, however often they come.
 */
final class Tally {

    private static final int REMEMBERED = 50_000;
    private static final long MINUTE = 60_000;

    private record Counted(long minute, long now, long before) {

        static final Counted NOTHING = new Counted(0, 0, 0);

        Counted at(long current) {
            return current == minute ? this : new Counted(current, 0, current == minute + 1 ? now : 0);
        }

        long inTheLastMinute(long millis) {
            return now + before * (MINUTE - millis % MINUTE) / MINUTE;
        }
    }

    private final long most;
    private final Map<String, Counted> counts = new ConcurrentHashMap<>();

    /** @param most in a minute; 0 for any number */
    Tally(long most) {
        this.most = most;
    }

    boolean allows(String who, long millis) {
        if (most == 0) {
            return true;
        }
        forgetSome(millis);
        boolean[] allowed = new boolean[1];
        counts.compute(who, (same, counted) -> {
            Counted current = (counted == null ? Counted.NOTHING : counted).at(millis / MINUTE);
            allowed[0] = current.inTheLastMinute(millis) < most;
            return allowed[0] ? new Counted(current.minute(), current.now() + 1, current.before()) : current;
        });
        return allowed[0];
    }

    boolean isReached(String who, long millis) {
        Counted counted = counts.get(who);
        return most > 0 && counted != null && counted.at(millis / MINUTE).inTheLastMinute(millis) >= most;
    }

    static int secondsLeft(long millis) {
        return (int) ((MINUTE - millis % MINUTE + 999) / 1000);
    }

    /** Whoever has not come for a minute is as good as new; should all have, whoever floods us with names starts anew like the rest. */
    private void forgetSome(long millis) {
        if (counts.size() >= REMEMBERED) {
            counts.values().removeIf(counted -> counted.minute() < millis / MINUTE - 1);
            if (counts.size() >= REMEMBERED) {
                counts.clear();
            }
        }
    }
}
