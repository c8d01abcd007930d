package org.safercommunities.portal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.FrameworkConfig;
import org.springframework.stereotype.Component;

/**
 * Keeps long polling prompt, for Atmosphere writes to the page from another thread and takes no care of who is quicker.
 *
 * <ul>
 *   <li>Something was kept for the page and is written before its request has begun to wait: "complete" finds nothing to
 *       complete, and the browser has the message but not its end. It is ended here, on the request's own thread.
 *   <li>A request is over before the writer has tidied up after itself: the server refuses, Atmosphere takes the message for
 *       lost and the page for gone, and its next request hears nothing. There is nothing left to tidy up, so it may.
 * </ul>
 *
 * Without this a page waits for the time-out of its request now and then, on a busy machine often.
 */
@Component
class PromptPolls implements Filter {

    private static final String PUSH = "/VAADIN/push";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest asked && asked.getRequestURI().endsWith(PUSH)) {
            chain.doFilter(new TidyAtLeisure(asked), response);
            endIfAnswered(request);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void endIfAnswered(ServletRequest request) {
        if (request.isAsyncStarted()
                && request.getAttribute(FrameworkConfig.ATMOSPHERE_RESOURCE) instanceof AtmosphereResource push
                && push.isResumed()) {
            try {
                request.getAsyncContext().complete();
            } catch (IllegalStateException completedMeanwhile) {
                // By Atmosphere itself, which is the rule
            }
        }
    }

    private static final class TidyAtLeisure extends HttpServletRequestWrapper {

        TidyAtLeisure(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void removeAttribute(String name) {
            try {
                super.removeAttribute(name);
            } catch (IllegalStateException over) {
                // The request is over and its attributes are gone
            }
        }
    }
}
