package org.safercommunities.portal;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a page of the portal may load and run. Every script carries a number that is new with each page, so that none which
 * somebody brought in would run. Flow's engine needs {@code unsafe-eval} and inline styles; nothing else is let off.
 */
@Component
class PageSecurity implements VaadinServiceInitListener {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String signInOrigin;

    PageSecurity(@Value("${portal.keycloak.issuer}") URI issuer) {
        this.signInOrigin = "%s://%s".formatted(issuer.getScheme(), issuer.getAuthority());
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        String.join(
                                "; ",
                                "default-src 'self'",
                                "script-src 'self' 'nonce-%s' 'unsafe-eval'".formatted(nonce),
                                "style-src 'self' 'unsafe-inline'",
                                "img-src 'self' data:",
                                "font-src 'self' data:",
                                "media-src 'self'",
                                "connect-src 'self'",
                                "object-src 'none'",
                                "base-uri 'self'",
                                "frame-ancestors 'none'",
                                "form-action 'self' " + signInOrigin));
    }
}
