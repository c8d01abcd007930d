package org.safercommunities.portal.agencies;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells a program, as RFC 9470 has it, how its person has to sign in for what it asked for. */
@Component
public class ProofChallenge {

    private final Duration lasts;

    ProofChallenge(@Value("${portal.proof.second-factor-lasts}") Duration lasts) {
        this.lasts = lasts;
    }

    /** The value of {@code WWW-Authenticate}. */
    public String header() {
        return "Bearer error=\"insufficient_user_authentication\", error_description=\"A second factor is needed\","
                + " acr_values=\"second-factor\", max_age=%d".formatted(lasts.toSeconds());
    }
}
