package org.safercommunities.portal.agencies.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.safercommunities.portal.agencies.Admission;
import org.safercommunities.portal.agencies.Identity;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.WhoMaySignIn;
import org.safercommunities.portal.agencies.providers.SignInTrials;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Turns an ID token into the person it stands for, or refuses. What the token says of roles is not looked at. */
@Component
class PortalUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final WhoMaySignIn whoMaySignIn;
    private final SignInTrials trials;
    private final SignInTrail trail;

    PortalUsers(WhoMaySignIn whoMaySignIn, SignInTrials trials, SignInTrail trail) {
        this.whoMaySignIn = whoMaySignIn;
        this.trials = trials;
        this.trail = trail;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var idToken = request.getIdToken();
        trials.end(
                        idToken.getClaimAsString("identity_provider"),
                        Objects.requireNonNullElse(idToken.getSubject(), ""),
                        Objects.requireNonNullElse(idToken.getEmail(), ""),
                        Objects.requireNonNullElse(idToken.getGivenName(), ""),
                        Objects.requireNonNullElse(idToken.getFamilyName(), ""))
                .ifPresent(report -> {
                    throw new TrialEnded(report);
                });
        Identity identity = Identities.of(idToken);
        return switch (whoMaySignIn.admit(identity)) {
            case Admission.Admitted admitted -> new PortalUser(admitted, authorities(admitted.roles()), idToken);
            case Admission.Refused refused -> {
                trail.refused(identity, refused.reason(), "page");
                throw new SignInRefused(refused.reason(), idToken.getTokenValue());
            }
        };
    }

    static List<GrantedAuthority> authorities(Set<Role> roles) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(new SimpleGrantedAuthority("ROLE_PRACTITIONER"));
        roles.forEach(role -> authorities.add(new SimpleGrantedAuthority(role.authority())));
        return authorities;
    }
}
