package org.safercommunities.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.CurrentReader;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.audit.AccessTrail;
import org.safercommunities.portal.audit.AuditNote;
import org.safercommunities.portal.library.OpenedTrail;
import org.safercommunities.portal.storage.NoPreview;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Puts into the audit trail what somebody who is signed in was refused, by page, action, file or call, wherever the rule stands that
 * said no; and what of a document they were given over an address other than its page. An id that does not exist and one that is not
 * theirs to see are answered alike, so both are here.
 */
@Component
class RefusalTrail implements HandlerInterceptor, WebMvcConfigurer {

    private final AccessTrail trail;
    private final OpenedTrail opened;
    private final CurrentReader reader;

    RefusalTrail(AccessTrail trail, OpenedTrail opened, CurrentReader reader) {
        this.trail = trail;
        this.opened = opened;
        this.reader = reader;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** @param path as the router has it, without a slash before it */
    void page(String path) {
        note("portal.page-refused", "/" + path, Map.of());
    }

    /** A button that did not do it. */
    void action(String path) {
        note("portal.action-refused", "/" + path, Map.of());
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        // Pages are served by a handler of another kind, and tell by themselves
        if (!(handler instanceof HandlerMethod)) {
            return;
        }
        Object handled = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        int status = response.getStatus();
        if (handled instanceof ProofMissing) {
            note("portal.proof-missing", request.getRequestURI(), Map.of("method", request.getMethod()));
        } else if (failure instanceof AccessDeniedException
                || handled instanceof AccessDeniedException
                || (status == HttpServletResponse.SC_NOT_FOUND || status == HttpServletResponse.SC_FORBIDDEN)
                        && !(handled instanceof NoPreview)) {
            note("portal.call-refused", request.getRequestURI(), Map.of("method", request.getMethod()));
        } else if (failure == null && status < HttpServletResponse.SC_BAD_REQUEST) {
            givenOut(request);
        }
    }

    /** Once the rule has admitted them; what cannot be written then is in the log. */
    private void givenOut(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && request.getMethod().equals("GET")) {
            OpenedTrail.exit(pattern)
                    .ifPresent(by -> reader.personId()
                            .ifPresent(person ->
                                    opened.opened(UUID.fromString(String.valueOf(variables.get("id"))), by, person)));
        }
    }

    private void note(String action, String address, Map<String, String> details) {
        reader.personId()
                .ifPresent(person -> trail.refused(
                        AuditNote.refused(person, action, AccessTrail.subject("address", address), details)));
    }
}
