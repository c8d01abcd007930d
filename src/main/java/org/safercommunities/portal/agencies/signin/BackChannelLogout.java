package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Keycloak says that a session of its own has ended: so do the portal's that came of it, on whichever node. */
@Component
class BackChannelLogout implements LogoutHandler {

    private final OpenSessions sessions;

    BackChannelLogout(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof OidcLogoutToken token) {
            String sid = token.getSessionId();
            if (sid != null) {
                sessions.endByKeycloakSession(sid);
            } else if (token.getSubject() != null) {
                // Said again later, it ends nothing that has begun since
                Instant said = token.getIssuedAt();
                sessions.endBySubject(token.getSubject(), said == null ? Instant.EPOCH : said);
            }
        }
    }
}
