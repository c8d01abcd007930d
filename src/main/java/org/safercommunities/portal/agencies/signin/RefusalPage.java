package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.safercommunities.portal.agencies.providers.TrialReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads somebody whom Keycloak knows and the portal does not admit to a page that says why, and out again. */
@Component
@RestController
class RefusalPage implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalPage.class);
    private static final String ID_TOKEN = RefusalPage.class.getName();

    private final KeycloakProperties keycloak;

    RefusalPage(KeycloakProperties keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof TrialEnded trial) {
            request.getSession().setAttribute(TrialReport.class.getName(), trial.report());
            response.sendRedirect(request.getContextPath() + "/sign-in-trial");
            return;
        }
        String reason = "failed";
        if (exception instanceof SignInRefused refused) {
            request.getSession().setAttribute(ID_TOKEN, refused.idToken());
            reason = refused.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
            LOG.info("Sign-in refused: {}", reason);
        } else {
            LOG.warn("Sign-in failed", exception);
        }
        response.sendRedirect(request.getContextPath() + "/sign-in-refused?reason=" + reason);
    }

    /** Ends the session at Keycloak, so that the next try begins with the e-mail address again. */
    @GetMapping("/sign-in-refused/leave")
    ResponseEntity<Void> leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object idToken = session == null ? null : session.getAttribute(ID_TOKEN);
        if (session != null && idToken != null) {
            // Only of somebody refused: a link elsewhere must not sign anybody out
            session.invalidate();
        }
        String home = UriComponentsBuilder.fromUriString(request.getRequestURL().toString())
                .replacePath(request.getContextPath() + "/")
                .toUriString();
        var logout = UriComponentsBuilder.fromUriString(keycloak.front("logout"))
                .queryParam("client_id", "portal")
                .queryParam("post_logout_redirect_uri", home);
        if (idToken != null) {
            logout.queryParam("id_token_hint", idToken);
        }
        return ResponseEntity.status(302)
                .location(logout.encode().build().toUri())
                .build();
    }
}
