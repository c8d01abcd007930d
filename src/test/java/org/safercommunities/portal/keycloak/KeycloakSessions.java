package org.safercommunities.portal.keycloak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What an administrator of Keycloak does to sessions. */
public final class KeycloakSessions {

    private KeycloakSessions() {}

    public static void endAllOf(String email) {
        Calls calls = Calls.asAdministrator();
        var users = calls.get(
                        "/safer-communities/users?exact=true&email=" + URLEncoder.encode(email, StandardCharsets.UTF_8))
                .body();
        calls.post(
                "/safer-communities/users/%s/logout"
                        .formatted(users.get(0).get("id").asString()),
                Map.of());
    }
}
