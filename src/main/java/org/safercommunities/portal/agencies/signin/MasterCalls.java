package org.safercommunities.portal.agencies.signin;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Calls about the portal's realm as the administrator of the whole Keycloak: for what the portal's own account may not do. */
final class MasterCalls {

    private final RealmCalls calls;
    private final String token;

    /**
     * Signs in.
     *
     * @throws org.springframework.web.client.RestClientException when Keycloak cannot be reached or refuses
     */
    MasterCalls(RestClient http, KeycloakProperties settings, String user, String password) {
        this.calls = new RealmCalls(http, settings);
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "password");
        form.add("client_id", "admin-cli");
        form.add("username", user);
        form.add("password", password);
        Map<String, Object> answer = Objects.requireNonNull(http.post()
                .uri(URI.create(settings.master() + "/protocol/openid-connect/token"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {}));
        this.token = String.valueOf(answer.get("access_token"));
    }

    /** @param path below the realm, in segments; none for the realm itself */
    JsonNode get(String... path) {
        return calls.call(token, HttpMethod.GET, calls.address(path), null);
    }

    JsonNode find(Map<String, String> asked, String... path) {
        UriComponentsBuilder address = calls.address(path);
        asked.forEach(address::queryParam);
        return calls.call(token, HttpMethod.GET, address, null);
    }

    void post(@Nullable Object body, String... path) {
        calls.call(token, HttpMethod.POST, calls.address(path), body);
    }

    void put(Object body, String... path) {
        calls.call(token, HttpMethod.PUT, calls.address(path), body);
    }

    void delete(String... path) {
        calls.call(token, HttpMethod.DELETE, calls.address(path), null);
    }
}
