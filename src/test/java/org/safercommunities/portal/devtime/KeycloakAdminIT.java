package org.safercommunities.portal.devtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.keycloak.Calls;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import tools.jackson.databind.JsonNode;

/** A realm that is older than its file gets what the file has and it has not. */
@WithKeycloak
class KeycloakAdminIT {

    private static final String REALM = "/" + PortalServices.REALM;

    @Test
    void thePortalsAccountGetsTheRightsThatCameLater() {
        String right = "view-clients";
        assertThat(Calls.asPortal().get(REALM + "/clients").status()).isEqualTo(403);
        new KeycloakAdmin(
                        PortalServices.keycloakUrl(),
                        EmbeddedKeycloak.ADMIN,
                        PortalServices.keycloak().adminPassword())
                .reconcile(PortalServices.REALM, """
                        {"users": [{"username": "%s", "serviceAccountClientId": "portal-admin",
                                    "clientRoles": {"realm-management": ["%s"]}}]}
                        """.formatted(UUID.randomUUID(), right));
        assertThat(Calls.asPortal().get(REALM + "/clients").status()).isEqualTo(200);
        takeBack(right);
        assertThat(Calls.asPortal().get(REALM + "/clients").status()).isEqualTo(403);
    }

    private static void takeBack(String right) {
        Calls administrator = Calls.asAdministrator();
        String management = administrator
                .get(REALM + "/clients?clientId=realm-management")
                .body()
                .get(0)
                .path("id")
                .asString();
        String account = administrator
                .get(REALM + "/users?exact=true&username=service-account-portal-admin")
                .body()
                .get(0)
                .path("id")
                .asString();
        JsonNode role = administrator
                .get(REALM + "/clients/" + management + "/roles/" + right)
                .body();
        administrator.deleteWith(
                REALM + "/users/" + account + "/role-mappings/clients/" + management, java.util.List.of(role));
    }
}
