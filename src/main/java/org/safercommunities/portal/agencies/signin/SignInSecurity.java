package org.safercommunities.portal.agencies.signin;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import org.safercommunities.portal.shared.Limits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Who gets in by which door: bearer tokens for the API, a session by way of Keycloak for pages. Closed by default. What each may do
 * is asked in the services themselves; annotations of roles on them would be heeded by nobody, so there are none ({@code ModulesTest}).
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SignInSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurityChain(
            HttpSecurity http,
            ApiCallers callers,
            ApiProblems problems,
            Limits limits,
            ObjectProvider<SecurityContextHolderStrategy> security)
            throws Exception {
        limit(http, limits, problems, security);
        return http.securityMatcher("/api/**")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                // Calendar programs and feed readers cannot sign in: the secret is in the address
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET,
                                "/api/v1/feeds/*/events.ics",
                                "/api/v1/feeds/*/bulletins.atom",
                                "/api/v1/feeds/*/library.atom")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    /** Mail programs unsubscribe by a POST that knows nothing but the address: the secret in it is all there is to check. */
    @Bean
    @Order(2)
    SecurityFilterChain unsubscribeSecurityChain(HttpSecurity http, Limits limits, ApiProblems problems)
            throws Exception {
        http.addFilterAfter(LimitFilter.ofPlaces(limits, problems), HeaderWriterFilter.class);
        return http.securityMatcher("/unsubscribe/*")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean("pagesSecurity") // the storage module has a bean called pages
    @Order(3)
    @SuppressWarnings(
            "NullAway") // null is how the request cache is told to add no parameter; its signature does not say so
    SecurityFilterChain pageSecurityChain(
            HttpSecurity http,
            PortalUsers users,
            SignInRequests signIns,
            BackChannelLogout backChannel,
            OpenSessions sessions,
            SignedInWays ways,
            RefusalPage refusal,
            Limits limits,
            ApiProblems problems,
            ObjectProvider<SecurityContextHolderStrategy> security,
            VaadinDefaultRequestCache requestCache)
            throws Exception {
        limit(http, limits, problems, security);
        // "?continue" in the address of a deep link helps nobody
        HttpSessionRequestCache delegate = new HttpSessionRequestCache();
        delegate.setMatchingRequestParameterName(null);
        requestCache.setDelegateRequestCache(delegate);

        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        HttpMethod.GET,
                        "/actuator/health",
                        "/public/**",
                        "/fonts/**",
                        "/icons/**",
                        "/images/**",
                        "/scripts/**",
                        "/styles/**",
                        "/*.css",
                        "/*.svg",
                        "/robots.txt",
                        "/.well-known/security.txt",
                        "/.well-known/security-policy.txt")
                .permitAll()
                .requestMatchers("/error", "/sign-in-refused/leave")
                .permitAll()
                .requestMatchers("/files/**", "/confirm", "/account/change")
                .authenticated()
                .requestMatchers("/v3/api-docs/**", "/v3/api-docs")
                .permitAll());
        // Each of its calls carries a header that pages elsewhere cannot send, and it outlives the session whose token
        // it would need
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/files/uploads", "/files/uploads/*"));
        http.oauth2Login(login -> login.authorizationEndpoint(begin -> begin.authorizationRequestResolver(signIns))
                .userInfoEndpoint(info -> info.oidcUserService(users))
                .failureHandler(refusal));
        http.sessionManagement(management ->
                management.addSessionAuthenticationStrategy((authentication, request, response) -> {
                    if (authentication.getPrincipal() instanceof PortalUser user) {
                        sessions.leaveToItself(request, user);
                        sessions.opened(request.getSession(), user, request.getHeader(HttpHeaders.USER_AGENT));
                        ways.cameBack(request, user);
                    }
                }));
        http.oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(backChannel)));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.oauth2LoginPage("/oauth2/authorization/" + KeycloakClient.REGISTRATION, "{baseUrl}/")
                        // A mistyped address gets the page that says so, with the portal around it, not a bare refusal
                        .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        // Addresses here hold ids and words that were searched for: no page elsewhere is told where its visitor came
        // from
        http.headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)));
        http.headers(headers -> headers.withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                // Vaadin commits its pages early; written late, the headers would be missing there
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        }));
        return http.build();
    }

    private static void limit(
            HttpSecurity http,
            Limits limits,
            ApiProblems problems,
            ObjectProvider<SecurityContextHolderStrategy> security) {
        SecurityContextHolderStrategy holder = security.getIfAvailable(SecurityContextHolder::getContextHolderStrategy);
        http.addFilterAfter(LimitFilter.ofPlaces(limits, problems), HeaderWriterFilter.class);
        http.addFilterBefore(LimitFilter.ofPeople(limits, problems, holder), AuthorizationFilter.class);
    }

    /** Nobody reads them, and they wrap every step of every request. */
    @Bean
    SecurityObservationSettings noSecurityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ServletListenerRegistrationBean<OpenSessions> sessionListener(OpenSessions sessions) {
        return new ServletListenerRegistrationBean<>(sessions);
    }
}
