package org.safercommunities.portal.agencies.signin;

import java.io.Serial;
import org.safercommunities.portal.agencies.Admission.Reason;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Keycloak let this person in, the portal does not. Carries the ID token, so that they can sign out and try another way. */
class SignInRefused extends OAuth2AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String idToken;

    SignInRefused(Reason reason, String idToken) {
        super(new OAuth2Error("access_denied", "Not admitted: " + reason, null));
        this.reason = reason;
        this.idToken = idToken;
    }

    Reason reason() {
        return reason;
    }

    String idToken() {
        return idToken;
    }
}
