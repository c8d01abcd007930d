package org.safercommunities.portal.keycloak;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.safercommunities.portal.support.PortalServices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Keycloak's token address answered. */
record Tokens(int status, JsonNode answer) {

    static Tokens request(Map<String, String> form) {
        return request(PortalServices.REALM, form);
    }

    static Tokens request(String realm, Map<String, String> form) {
        HttpResponse<String> response = Calls.exchange(HttpRequest.newBuilder(URI.create(
                        PortalServices.keycloakUrl() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Visitor.form(form)))
                .build());
        return new Tokens(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    }

    /** By e-mail and password, as scripts may in the demonstration. */
    static Tokens byPassword(String email) {
        return request(Map.of(
                "grant_type", "password",
                "client_id", "portal-cli",
                "username", email,
                "password", SignInIT.PASSWORD,
                "scope", "openid"));
    }

    String access() {
        return answer.path("access_token").asString();
    }

    JsonNode idClaims() {
        return claims(answer.path("id_token").asString());
    }

    JsonNode accessClaims() {
        return claims(access());
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
