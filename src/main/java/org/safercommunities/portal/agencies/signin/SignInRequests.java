package org.safercommunities.portal.agencies.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/**
 * Begins a sign-in. A link for a trial names the provider to go to, since no e-mail domain leads there yet; who comes back is
 * decided by what Keycloak says, whatever the link said. Of somebody who is to confirm that it is them, the second factor is asked; who
 * set out to change how they sign in is led to the page for it.
 */
@Component
class SignInRequests implements OAuth2AuthorizationRequestResolver {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9-]{1,80}");

    private final DefaultOAuth2AuthorizationRequestResolver usual;

    SignInRequests(ClientRegistrationRepository clients) {
        usual = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asking(hinted(usual.resolve(request), request.getParameter("try")), request);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asking(hinted(usual.resolve(request, registration), request.getParameter("try")), request);
    }

    private static @Nullable OAuth2AuthorizationRequest asking(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request) {
        Map<String, String> more = begun == null ? Map.of() : wanted(request);
        return begun == null || more.isEmpty()
                ? begun
                : OAuth2AuthorizationRequest.from(begun)
                        .additionalParameters(parameters -> parameters.putAll(more))
                        .build();
    }

    private static Map<String, String> wanted(HttpServletRequest request) {
        if (request.getParameter(ConfirmIdentity.ASKED) != null) {
            return Map.of("acr_values", Proof.SECOND_FACTOR);
        }
        return request.getParameter(ChangeSignIn.ASKED) == null
                ? Map.of()
                : ChangeAsked.in(request.getSession(false))
                        .map(ChangeAsked::parameters)
                        .orElse(Map.of());
    }

    private static @Nullable OAuth2AuthorizationRequest hinted(
            @Nullable OAuth2AuthorizationRequest begun, @Nullable String alias) {
        if (begun == null || alias == null || !ALIAS.matcher(alias).matches()) {
            return begun;
        }
        return OAuth2AuthorizationRequest.from(begun)
                .additionalParameters(parameters -> parameters.put("kc_idp_hint", alias))
                .build();
    }
}
