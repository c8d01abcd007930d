package org.safercommunities.portal.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.safercommunities.portal.devtime.EmbeddedKeycloak;
import org.safercommunities.portal.support.PortalServices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to Keycloak's administration API with somebody's token. */
public final class Calls {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String token;

    private Calls(String token) {
        this.token = token;
    }

    public record Answer(int status, JsonNode body, String location) {

        /** The id of what has been made. */
        public String made() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /** As the administrator of the whole server. */
    public static Calls asAdministrator() {
        return new Calls(Tokens.request(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                EmbeddedKeycloak.ADMIN,
                                "password",
                                PortalServices.keycloak().adminPassword()))
                .access());
    }

    /** As the portal itself. */
    public static Calls asPortal() {
        return new Calls(Tokens.request(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "portal-admin",
                        "client_secret", PortalServices.clientSecret("admin-client")))
                .access());
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, Object body) {
        return send("POST", path, JsonMapper.shared().writeValueAsString(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, JsonMapper.shared().writeValueAsString(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    /** Takes away what the body names. */
    public Answer deleteWith(String path, Object body) {
        return send("DELETE", path, JsonMapper.shared().writeValueAsString(body));
    }

    private Answer send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(PortalServices.keycloakUrl() + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json))
                .build();
        HttpResponse<String> answer = exchange(request);
        String body = answer.body().isBlank() ? "null" : answer.body();
        return new Answer(
                answer.statusCode(),
                JsonMapper.shared().readTree(body),
                answer.headers().firstValue("Location").orElse(""));
    }

    static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
