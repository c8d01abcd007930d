package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.shared.Limited;
import org.safercommunities.portal.shared.Limits;
import org.safercommunities.portal.shared.Pace;
import org.safercommunities.portal.shared.TooOften;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away whoever asks too often: before sign-in by the network address, which is that of the proxy's header only where
 * {@code PORTAL_FORWARD_HEADERS} says that there is one, and after it by the person. Pages count what they do themselves.
 */
final class LimitFilter extends OncePerRequestFilter {

    private static final String PAGE = """
            <!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>Wait a moment – Safer Communities Portal</title><link rel="stylesheet" href="/tokens.css">
            <link rel="stylesheet" href="/portal.css"><link rel="stylesheet" href="/kit.css"><link rel="stylesheet" href="/plain.css"></head>
            <body><div class="sc-public sc-plain"><div class="sc-content"><main><div class="sc-header"><h1>Wait a moment</h1>
            <p class="sc-lead">{words}</p></div></main></div></div></body></html>
            """;

    private final Limits limits;
    private final boolean ofPeople;
    private final ApiProblems problems;
    private final SecurityContextHolderStrategy security;

    private LimitFilter(
            Limits limits, boolean ofPeople, ApiProblems problems, @Nullable SecurityContextHolderStrategy security) {
        this.limits = limits;
        this.ofPeople = ofPeople;
        this.problems = problems;
        this.security = security == null ? SecurityContextHolder.getContextHolderStrategy() : security;
    }

    /** To stand before it is known who asks. */
    static LimitFilter ofPlaces(Limits limits, ApiProblems problems) {
        return new LimitFilter(limits, false, problems, null);
    }

    /** To stand behind that. */
    static LimitFilter ofPeople(Limits limits, ApiProblems problems, SecurityContextHolderStrategy security) {
        return new LimitFilter(limits, true, problems, security);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (ofPeople) {
            Limited what = ofPerson(request.getMethod(), path, request.getContentType());
            Optional<String> who = what == null ? Optional.empty() : person();
            if (what != null && who.isPresent() && !limits.allows(what, who.get())) {
                refuse(what, request, response);
                return;
            }
            chain.doFilter(request, response);
            return;
        }
        String place = Pace.place(request.getRemoteAddr());
        Limited what = ofPlace(path);
        if (what != null && !limits.allows(what, place)) {
            refuse(what, request, response);
            return;
        }
        if (path.startsWith("/api/") && !limits.wouldAllow(Limited.STRANGERS, place)) {
            refuse(Limited.STRANGERS, request, response);
            return;
        }
        chain.doFilter(request, response);
        if (what == null && response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            // Whoever tries out tokens
            limits.allows(Limited.STRANGERS, place);
        }
    }

    /** Two of these stand in each chain: the second is not the first again. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + ofPeople;
    }

    private Optional<String> person() {
        var authentication = security.getContext().getAuthentication();
        if (authentication instanceof SignedIn caller) {
            return Optional.of(caller.personId().toString());
        }
        return authentication != null && authentication.getPrincipal() instanceof SignedIn user
                ? Optional.of(user.personId().toString())
                : Optional.empty();
    }

    private static @Nullable Limited ofPlace(String path) {
        if (path.startsWith("/oauth2/authorization/") || path.startsWith("/login/oauth2/code/")) {
            return Limited.SIGN_INS;
        }
        return path.startsWith("/public/") || path.startsWith("/unsubscribe/") || path.startsWith("/api/v1/feeds/")
                ? Limited.STRANGERS
                : null;
    }

    private static @Nullable Limited ofPerson(String method, String path, @Nullable String type) {
        boolean api = path.startsWith("/api/");
        if (!api && !path.startsWith("/files/")) {
            return null;
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            boolean file = path.contains("/uploads")
                    || type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
            return file ? Limited.UPLOADS : Limited.CALLS;
        }
        if (path.contains("/uploads/")) {
            return Limited.UPLOADS;
        }
        if (path.contains("/pages/") || path.contains("/pictures/") || path.endsWith("/cover")) {
            return Limited.PICTURES;
        }
        return !api || path.matches(".*(/content|/certificate|/export|\\.zip|\\.csv)")
                ? Limited.DOWNLOADS
                : Limited.CALLS;
    }

    private void refuse(Limited what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int seconds = limits.secondsToWait();
        String words = TooOften.inWords(what, seconds);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String accepts = request.getHeader(HttpHeaders.ACCEPT);
        if (accepts == null || !accepts.contains(MediaType.TEXT_HTML_VALUE)) {
            problems.write(response, HttpStatus.TOO_MANY_REQUESTS, words);
            return;
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.getWriter().write(PAGE.replace("{words}", words));
    }
}
