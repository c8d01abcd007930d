package org.safercommunities.portal.agencies.signin;

import java.io.Serial;
import org.safercommunities.portal.agencies.providers.TrialReport;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Somebody has tried a provider that is not in use yet. Nobody is signed in; what arrived is shown to them. */
class TrialEnded extends OAuth2AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TrialReport report;

    TrialEnded(TrialReport report) {
        super(new OAuth2Error("access_denied", "A provider was tried", null));
        this.report = report;
    }

    TrialReport report() {
        return report;
    }
}
