package org.safercommunities.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer says to browsers, whoever gives it: a page, a file, a call, a picture, a redirect or an error. The strictest there is;
 * an answer that needs more ({@link PageSecurity}, the page of a bulletin) says so itself, and then that counts alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AnswerHeaders extends OncePerRequestFilter {

    /** Nothing but how it looks, for any answer may turn into the page that says what went wrong. */
    static final String NOTHING =
            "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    static final String POLICY = "Content-Security-Policy";

    /** Two of one of these would count both, or neither. */
    private static final Set<String> ONCE = Set.of(
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "cross-origin-resource-policy",
            "strict-transport-security",
            "cache-control");

    private static final String UNUSED =
            "accelerometer=(), autoplay=(self), camera=(), display-capture=(), geolocation=(),"
                    + " gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(),"
                    + " screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    private final boolean secure;

    AnswerHeaders(@Value("${portal.url}") String address) {
        secure = address.toLowerCase(Locale.ROOT).startsWith("https:");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletResponse answer = new Once(response);
        answer.setHeader(POLICY, NOTHING);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Permissions-Policy", UNUSED);
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", isForOthers(request) ? "cross-origin" : "same-origin");
        if (secure || request.isSecure()) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        chain.doFilter(request, answer);
    }

    /** Mail programs on the web show the pictures of bulletins, and the sign-in page asks for domains. */
    private static boolean isForOthers(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/public/");
    }

    private static final class Once extends HttpServletResponseWrapper {

        Once(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (ONCE.contains(name.toLowerCase(Locale.ROOT))) {
                setHeader(name, value);
            } else {
                super.addHeader(name, value);
            }
        }
    }
}
