package org.safercommunities.portal.agencies.signin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Calls to Keycloak's admin API for the realm, in JSON, with the portal's own token. */
@Component
class KeycloakCalls {

    private final KeycloakAdmin keycloak;
    private final RealmCalls calls;

    KeycloakCalls(KeycloakAdmin keycloak, KeycloakProperties settings) {
        this.keycloak = keycloak;
        this.calls = new RealmCalls(keycloak.http(), settings);
    }

    /** @param path below the realm, in segments; empty when there is no such thing */
    Optional<JsonNode> get(String... path) {
        try {
            return Optional.of(call(HttpMethod.GET, calls.address(path), null));
        } catch (HttpClientErrorException.NotFound none) {
            return Optional.empty();
        }
    }

    /** All of a collection; the portal has tens of agencies, not thousands. */
    List<JsonNode> list(String... path) {
        return items(calls.address(path).queryParam("first", 0).queryParam("max", 5_000));
    }

    /** Those that fit what is asked for, at most so many. */
    List<JsonNode> find(MultiValueMap<String, String> asked, int most, String... path) {
        return items(calls.address(path).queryParams(asked).queryParam("max", most));
    }

    private List<JsonNode> items(UriComponentsBuilder address) {
        return call(HttpMethod.GET, address, null).valueStream().toList();
    }

    void post(Object body, String... path) {
        call(HttpMethod.POST, calls.address(path), body);
    }

    void put(Object body, String... path) {
        call(HttpMethod.PUT, calls.address(path), body);
    }

    /** Nothing happens when it is gone already. */
    void delete(String... path) {
        try {
            call(HttpMethod.DELETE, calls.address(path), null);
        } catch (HttpClientErrorException.NotFound gone) {
            // As it should be
        }
    }

    private JsonNode call(HttpMethod method, UriComponentsBuilder address, @Nullable Object body) {
        return keycloak.ask(token -> calls.call(token, method, address, body));
    }
}
