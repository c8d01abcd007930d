package org.safercommunities.portal.agencies.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to Keycloak's admin API for the realm, in JSON, with the portal's own token. */
@Component
class KeycloakCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeycloakAdmin keycloak;
    private final KeycloakProperties settings;

    KeycloakCalls(KeycloakAdmin keycloak, KeycloakProperties settings) {
        this.keycloak = keycloak;
        this.settings = settings;
    }

    /** @param path below the realm, in segments; empty when there is no such thing */
    Optional<JsonNode> get(String... path) {
        try {
            return Optional.of(JSON.readTree(
                    call(HttpMethod.GET, address(path).build().encode().toUri(), null)));
        } catch (HttpClientErrorException.NotFound none) {
            return Optional.empty();
        }
    }

    /** All of a collection; the portal has tens of agencies, not thousands. */
    List<JsonNode> list(String... path) {
        URI address = address(path)
                .queryParam("first", 0)
                .queryParam("max", 5_000)
                .build()
                .encode()
                .toUri();
        return JSON.readTree(call(HttpMethod.GET, address, null)).valueStream().toList();
    }

    /** Those that fit what is asked for, at most so many. */
    List<JsonNode> find(MultiValueMap<String, String> asked, int most, String... path) {
        URI address = address(path)
                .queryParams(asked)
                .queryParam("max", most)
                .build()
                .encode()
                .toUri();
        return JSON.readTree(call(HttpMethod.GET, address, null)).valueStream().toList();
    }

    void post(Object body, String... path) {
        call(HttpMethod.POST, address(path).build().encode().toUri(), JSON.writeValueAsString(body));
    }

    void put(Object body, String... path) {
        call(HttpMethod.PUT, address(path).build().encode().toUri(), JSON.writeValueAsString(body));
    }

    /** Nothing happens when it is gone already. */
    void delete(String... path) {
        try {
            call(HttpMethod.DELETE, address(path).build().encode().toUri(), null);
        } catch (HttpClientErrorException.NotFound gone) {
            // As it should be
        }
    }

    private UriComponentsBuilder address(String... path) {
        return UriComponentsBuilder.fromUriString(settings.admin()).pathSegment(path);
    }

    private String call(HttpMethod method, URI address, @org.jspecify.annotations.Nullable String body) {
        return keycloak.ask(token -> {
            var request = keycloak.http().method(method).uri(address).headers(headers -> headers.setBearerAuth(token));
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            String answer = request.retrieve().body(String.class);
            return answer == null || answer.isBlank() ? "null" : answer;
        });
    }
}
