package org.safercommunities.portal.support;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** Does to accounts in the tests' Keycloak what their owners, or whoever runs Keycloak, would do. */
public final class KeycloakUsers {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final RestClient http;

    public KeycloakUsers() {
        PortalServices.keycloak();
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", "portal-admin");
        form.add("client_secret", PortalServices.clientSecret("admin-client"));
        Map<String, Object> answer = Objects.requireNonNull(RestClient.create()
                .post()
                .uri(PortalServices.keycloakUrl() + "/realms/" + PortalServices.REALM
                        + "/protocol/openid-connect/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(OBJECT));
        http = RestClient.builder()
                .baseUrl(PortalServices.keycloakUrl() + "/admin/realms/" + PortalServices.REALM + "/users")
                .defaultHeaders(headers -> headers.setBearerAuth(String.valueOf(answer.get("access_token"))))
                .build();
    }

    /** Makes an account that has a password; returns its id. */
    public String make(String email, boolean emailVerified) {
        String path = Objects.requireNonNull(http.post()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "firstName",
                                "Rowan",
                                "lastName",
                                "Weald",
                                "enabled",
                                true,
                                "emailVerified",
                                emailVerified,
                                "credentials",
                                List.of(Map.of("type", "password", "value", "A-good-Pass-word-2026"))))
                        .retrieve()
                        .toBodilessEntity()
                        .getHeaders()
                        .getLocation())
                .getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** As when the owner has followed the link of a mail. */
    public void proveAddress(String id) {
        Map<String, Object> account =
                Objects.requireNonNull(http.get().uri("/" + id).retrieve().body(OBJECT));
        account.put("emailVerified", true);
        http.put()
                .uri("/" + id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(account)
                .retrieve()
                .toBodilessEntity();
    }
}
