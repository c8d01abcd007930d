package org.safercommunities.portal.agencies.signin;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A call to Keycloak's admin API about the portal's realm, in JSON, as whoever has the token. */
final class RealmCalls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RestClient http;
    private final String realm;

    RealmCalls(RestClient http, KeycloakProperties settings) {
        this.http = http;
        this.realm = settings.admin();
    }

    /** @param path below the realm, in segments; none for the realm itself */
    UriComponentsBuilder address(String... path) {
        return UriComponentsBuilder.fromUriString(realm).pathSegment(path);
    }

    /** @return JSON's null when the answer has no content */
    JsonNode call(String token, HttpMethod method, UriComponentsBuilder address, @Nullable Object body) {
        URI encoded = address.build().encode().toUri();
        var request = http.method(method).uri(encoded).headers(headers -> headers.setBearerAuth(token));
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
        }
        String answer = request.retrieve().body(String.class);
        return JSON.readTree(answer == null || answer.isBlank() ? "null" : answer);
    }
}
