package org.safercommunities.portal.notifications;

import java.time.Duration;
import java.util.Optional;

/** When a mail that the server does not take now is tried again: after 1, 2, 4 … minutes, then every four hours, for two days. */
final class RetryPlan {

    static final Duration LONGEST = Duration.ofHours(4);
    static final Duration IN_ALL = Duration.ofDays(2);

    private RetryPlan() {}

    /**
     * How long to wait now; empty when two days of trying are over.
     *
     * @param deferrals how often the server has said "not now", this time included
     */
    static Optional<Duration> after(int deferrals) {
        Duration waited = Duration.ZERO;
        for (int i = 1; i < deferrals; i++) {
            waited = waited.plus(step(i));
        }
        return waited.compareTo(IN_ALL) >= 0 ? Optional.empty() : Optional.of(step(deferrals));
    }

    /** How long a lane leaves a server alone that cannot be reached: 2 seconds at first, a minute at most. */
    static Duration pause(int failuresInARow) {
        return Duration.ofSeconds(Math.min(60, 1L << Math.min(failuresInARow, 6)));
    }

    private static Duration step(int deferral) {
        Duration step = Duration.ofMinutes(1L << Math.min(deferral - 1, 10));
        return step.compareTo(LONGEST) > 0 ? LONGEST : step;
    }
}
