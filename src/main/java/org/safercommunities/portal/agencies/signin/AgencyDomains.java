package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencySummary;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the sign-in page whether an e-mail domain is known, so that it can say so before anybody guesses passwords. No more
 * than trying to sign in would show: nothing about people, and nothing about agencies that ended.
 */
@RestController
class AgencyDomains {

    private static final int LONGEST_DOMAIN = 190;

    private final Agencies agencies;
    private final KeycloakProperties keycloak;

    AgencyDomains(Agencies agencies, KeycloakProperties keycloak) {
        this.agencies = agencies;
        this.keycloak = keycloak;
    }

    /**
     * @param agency name of the agency, or null
     * @param signsInHere whether its people have passwords of the portal rather than a sign-in of their own
     */
    record Answer(boolean known, @Nullable String agency, boolean signsInHere) {}

    @GetMapping("/public/agency-domains/{domain}")
    Answer of(@PathVariable String domain, HttpServletResponse response) {
        // In place of what the security headers say already, which is that nothing may be kept
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
        response.setHeader(HttpHeaders.PRAGMA, "");
        response.setDateHeader(HttpHeaders.EXPIRES, System.currentTimeMillis() + 300_000);
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, keycloak.origin());
        Optional<AgencySummary> agency =
                domain.length() > LONGEST_DOMAIN ? Optional.empty() : agencies.byDomain(domain.strip());
        return agency.map(one -> new Answer(true, one.name(), one.identityProvider() == null))
                .orElseGet(() -> new Answer(false, null, false));
    }
}
