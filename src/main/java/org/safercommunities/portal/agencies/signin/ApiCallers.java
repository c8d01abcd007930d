package org.safercommunities.portal.agencies.signin;

import org.safercommunities.portal.agencies.Admission;
import org.safercommunities.portal.agencies.Identity;
import org.safercommunities.portal.agencies.WhoMaySignIn;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/** Turns a bearer token into the person it stands for, by the same rule as a sign-in. */
@Component
class ApiCallers implements Converter<Jwt, AbstractAuthenticationToken> {

    private final WhoMaySignIn whoMaySignIn;
    private final SignInTrail trail;

    ApiCallers(WhoMaySignIn whoMaySignIn, SignInTrail trail) {
        this.whoMaySignIn = whoMaySignIn;
        this.trail = trail;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        Identity identity = Identities.of(token);
        return switch (whoMaySignIn.admit(identity)) {
            case Admission.Admitted admitted ->
                new ApiCaller(token, PortalUsers.authorities(admitted.roles()), admitted.person());
            case Admission.Refused refused -> {
                trail.refused(identity, refused.reason(), "api");
                throw new InvalidBearerTokenException("This account may not use the portal: " + refused.reason());
            }
        };
    }
}
