package org.safercommunities.portal.agencies.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.safercommunities.portal.agencies.Admission.Admitted;
import org.safercommunities.portal.agencies.Role;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** Makes this thread somebody, as a session that came from Keycloak would. */
public final class TestSignIn {

    private TestSignIn() {}

    /** @param portal whose own holder is filled: the static one may be that of another portal in this process */
    static void as(UUID person, Set<Role> roles, ApplicationContext portal) {
        holder(portal).setContext(new SecurityContextImpl(authentication(person, roles)));
    }

    /** The same for somebody who signed in so long ago. */
    static void as(UUID person, Set<Role> roles, Duration ago, ApplicationContext portal) {
        PortalUser user = user(person, roles, 0, Instant.now().minus(ago));
        holder(portal)
                .setContext(new SecurityContextImpl(
                        new OAuth2AuthenticationToken(user, user.getAuthorities(), KeycloakClient.REGISTRATION)));
    }

    static void nobody(ApplicationContext portal) {
        holder(portal).clearContext();
    }

    private static SecurityContextHolderStrategy holder(ApplicationContext portal) {
        return portal.getBeanProvider(SecurityContextHolderStrategy.class)
                .getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
    }

    public static OAuth2AuthenticationToken authentication(UUID person, Set<Role> roles) {
        PortalUser user = user(person, roles, 0);
        return new OAuth2AuthenticationToken(user, user.getAuthorities(), KeycloakClient.REGISTRATION);
    }

    static PortalUser user(UUID person, Set<Role> roles, int accessVersion) {
        return user(person, roles, accessVersion, Instant.now());
    }

    private static PortalUser user(UUID person, Set<Role> roles, int accessVersion, Instant proven) {
        Instant now = Instant.now();
        OidcIdToken token = new OidcIdToken(
                "no token at all",
                now,
                now.plusSeconds(300),
                Map.of(
                        "sub",
                        person.toString(),
                        "sid",
                        "sid-" + person,
                        "acr",
                        Proof.SECOND_FACTOR,
                        "auth_time",
                        proven));
        Admitted admitted = new Admitted(person, accessVersion, "", "", roles);
        return new PortalUser(admitted, List.copyOf(PortalUsers.authorities(roles)), token);
    }
}
