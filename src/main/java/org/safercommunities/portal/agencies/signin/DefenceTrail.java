package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.shared.LimitReached;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * What the portal turned away before any rule was asked goes into the audit trail: whoever asked too often, and requests that the
 * firewall refuses. At the trail’s pace, so that nobody fills it that way. From where it came is in the log alone, which is kept
 * for a short time.
 */
@Component
class DefenceTrail implements RequestRejectedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DefenceTrail.class);

    private final RequestRejectedHandler answer = new HttpStatusRequestRejectedHandler();
    private final AccessTrail trail;

    DefenceTrail(AccessTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(LimitReached reached) {
        UUID person = person(reached.who());
        if (person == null) {
            LOG.info(
                    "Turned away {}, which tried to {} too often",
                    reached.who(),
                    reached.what().doing());
        }
        trail.refused(AuditNote.refused(
                person,
                person == null ? "agencies.stranger-limited" : "agencies.limited",
                "limit:" + reached.what().name().toLowerCase(Locale.ROOT),
                Map.of("doing", reached.what().doing())));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException rejected)
            throws IOException, ServletException {
        LOG.info("Turned away a request from {}: {}", request.getRemoteAddr(), rejected.getMessage());
        trail.refused(AuditNote.refused(null, "agencies.request-rejected", "limit:requests", Map.of()));
        answer.handle(request, response, rejected);
    }

    /** Places on the network are no ids. */
    private static @Nullable UUID person(String who) {
        try {
            return UUID.fromString(who);
        } catch (IllegalArgumentException place) {
            return null;
        }
    }
}
