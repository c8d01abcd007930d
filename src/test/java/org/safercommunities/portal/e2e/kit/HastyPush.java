package org.safercommunities.portal.e2e.kit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.FrameworkConfig;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes it the rule, for who has a cookie, that a waiting request is answered before it waits; on a busy machine it happens. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class HastyPush implements Filter {

    /** The name of the cookie. */
    public static final String COOKIE = "hasty-push";

    private static final Duration LONGEST = Duration.ofMillis(500);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        String cookies = asked.getHeader("Cookie");
        chain.doFilter(cookies != null && cookies.contains(COOKIE) ? new SlowToWait(asked) : asked, response);
    }

    private static final class SlowToWait extends HttpServletRequestWrapper {

        SlowToWait(HttpServletRequest request) {
            super(request);
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (!answered() && System.nanoTime() < end) {
                LockSupport.parkNanos(1_000_000);
            }
            return super.startAsync(request, response);
        }

        private boolean answered() {
            // Atmosphere forgets it as the last thing, when it has found nothing to complete
            return getAttribute(FrameworkConfig.ATMOSPHERE_RESOURCE) instanceof AtmosphereResource push
                    && push.isResumed()
                    && push.getAtmosphereConfig().resourcesFactory().find(push.uuid()) == null;
        }
    }
}
