package org.safercommunities.portal.agencies.signin;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * What a token says of how its person showed who they are. Keycloak signs it; that somebody asked for more says nothing.
 *
 * @param secondFactor whether they gave a one-time code
 * @param at when they last gave a password, came from their agency or gave a code; null when the token does not say
 */
record Proof(boolean secondFactor, @Nullable Instant at) implements Serializable {

    /** What Keycloak is asked for, and answers when it got it: a level of {@code acr.loa.map} in the realm. */
    static final String SECOND_FACTOR = "second-factor";

    @Serial
    private static final long serialVersionUID = 1L;

    static Proof of(ClaimAccessor claims) {
        boolean second = SECOND_FACTOR.equals(claims.getClaimAsString("acr"));
        if (claims.hasClaim("auth_time")) {
            return new Proof(second, claims.getClaimAsInstant("auth_time"));
        }
        // A client of the demonstration without refresh tokens: the password was given for this very token
        return Boolean.TRUE.equals(claims.getClaim("signed_in_at_issue"))
                ? new Proof(false, claims.getClaimAsInstant("iat"))
                : new Proof(second, null);
    }
}
