package org.safercommunities.portal.agencies.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether what somebody showed is enough for what is OFFICIAL-SENSITIVE: a second factor that is not too old or, where the
 * installation lets that do, a sign-in a few minutes ago.
 */
@Component
class ProofRule {

    /** Clocks of two machines differ by so much, and no more is believed of the future. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Duration secondFactorLasts;
    private final Duration signInLasts;
    private final Duration freshFor;

    ProofRule(
            Clock clock,
            @Value("${portal.proof.second-factor-lasts}") Duration secondFactorLasts,
            @Value("${portal.proof.sign-in-lasts}") Duration signInLasts,
            @Value("${portal.proof.second-factor-always}") boolean always) {
        this.clock = clock;
        this.secondFactorLasts = secondFactorLasts;
        this.freshFor = signInLasts;
        this.signInLasts = always ? Duration.ZERO : signInLasts;
    }

    boolean holds(Proof proof) {
        Instant at = proof.at();
        Instant now = clock.instant();
        return at != null
                && !at.isAfter(now.plus(SKEW))
                && (proof.secondFactor() && at.plus(secondFactorLasts).isAfter(now)
                        || at.plus(signInLasts).isAfter(now));
    }

    /** Whether they showed a moment ago who they are, by whichever factor: for what concerns their own account. */
    boolean fresh(Proof proof) {
        Instant at = proof.at();
        Instant now = clock.instant();
        return at != null && !at.isAfter(now.plus(SKEW)) && at.plus(freshFor).isAfter(now);
    }
}
