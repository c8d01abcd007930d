package org.safercommunities.portal.agencies.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The access token of the service account {@code portal-admin}, fetched anew when it runs out. */
final class ServiceToken {

    private static final Duration SPARE = Duration.ofSeconds(20);

    private final KeycloakProperties settings;
    private final RestClient http;
    private final Clock clock;
    private volatile @Nullable Token token;

    ServiceToken(KeycloakProperties settings, RestClient http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    private record Token(String value, Instant until) {}

    void forget() {
        token = null;
    }

    String value() {
        Token current = token;
        if (current == null || current.until().isBefore(clock.instant())) {
            current = fetch();
            token = current;
        }
        return current.value();
    }

    private Token fetch() {
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", "portal-admin");
        form.add("client_secret", Objects.requireNonNullElse(settings.adminClientSecret(), ""));
        Map<String, Object> answer;
        try {
            answer = Objects.requireNonNull(http.post()
                    .uri(URI.create(settings.back("token")))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {}));
        } catch (RestClientException e) {
            throw new AccountsUnavailable(e);
        }
        long seconds = ((Number) Objects.requireNonNull(answer.get("expires_in"))).longValue();
        return new Token(
                (String) Objects.requireNonNull(answer.get("access_token")),
                clock.instant().plusSeconds(seconds).minus(SPARE));
    }
}
