package org.safercommunities.portal.agencies.signin;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Keycloak is.
 *
 * @param issuer address of the portal's realm as browsers and tokens know it
 * @param internalIssuer address of the same realm from this machine, when that differs; null when it does not
 * @param clientSecret secret of the client {@code portal}
 * @param adminClientSecret secret of the service account {@code portal-admin}, which makes accounts; null: the portal makes
 *     none
 */
@ConfigurationProperties("portal.keycloak")
record KeycloakProperties(
        String issuer,
        @Nullable String internalIssuer,
        String clientSecret,
        @Nullable String adminClientSecret) {

    /** An endpoint of the realm as the browser reaches it. */
    String front(String path) {
        return issuer + "/protocol/openid-connect/" + path;
    }

    /** An endpoint of the realm as this process reaches it. */
    String back(String path) {
        return realm() + "/protocol/openid-connect/" + path;
    }

    String realm() {
        return internalIssuer == null || internalIssuer.isBlank() ? issuer : internalIssuer;
    }

    /** Keycloak's admin API for the realm. */
    String admin() {
        int realms = realm().lastIndexOf("/realms/");
        return realm().substring(0, realms) + "/admin" + realm().substring(realms);
    }

    /** The realm of Keycloak's own administrators, as this process reaches it. */
    String master() {
        return realm().substring(0, realm().lastIndexOf("/realms/")) + "/realms/master";
    }

    /** Where Keycloak's pages come from, for example {@code https://sign-in.example}. */
    String origin() {
        URI address = URI.create(issuer);
        return address.getScheme() + "://" + address.getAuthority();
    }
}
