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
import tools.jackson.databind.json.JsonMapper;

/** Calls about the portal's realm as the administrator of the whole Keycloak: for what the portal's own account may not do. */
final class MasterCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestClient http;
    private final String realm;
    private final String token;

    /**
     * Signs in.
     *
     * @throws org.springframework.web.client.RestClientException when Keycloak cannot be reached or refuses
     */
    MasterCalls(RestClient http, KeycloakProperties settings, String user, String password) {
        this.http = http;
        this.realm = settings.admin();
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
        return call(HttpMethod.GET, address(path).build().encode().toUri(), null);
    }

    JsonNode find(Map<String, String> asked, String... path) {
        UriComponentsBuilder address = address(path);
        asked.forEach(address::queryParam);
        return call(HttpMethod.GET, address.build().encode().toUri(), null);
    }

    void post(@Nullable Object body, String... path) {
        call(HttpMethod.POST, address(path).build().encode().toUri(), body);
    }

    void put(Object body, String... path) {
        call(HttpMethod.PUT, address(path).build().encode().toUri(), body);
    }

    void delete(String... path) {
        call(HttpMethod.DELETE, address(path).build().encode().toUri(), null);
    }

    private UriComponentsBuilder address(String... path) {
        return UriComponentsBuilder.fromUriString(realm).pathSegment(path);
    }

    private JsonNode call(HttpMethod method, URI address, @Nullable Object body) {
        var request = http.method(method).uri(address).headers(headers -> headers.setBearerAuth(token));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
        }
        String answer = request.retrieve().body(String.class);
        return JSON.readTree(answer == null || answer.isBlank() ? "null" : answer);
    }
}
