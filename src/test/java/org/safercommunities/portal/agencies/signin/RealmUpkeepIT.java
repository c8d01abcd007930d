package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.devtime.EmbeddedKeycloak;
import org.safercommunities.portal.devtime.RealmFiles;
import org.safercommunities.portal.keycloak.Calls;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A realm of an older portal gets what a new one has, once, and keeps what its administrators have done. */
@WithKeycloak
class RealmUpkeepIT {

    private final String realm = "older-" + UUID.randomUUID().toString().substring(0, 8);
    private final Calls administrator = Calls.asAdministrator();

    @BeforeEach
    void anOlderRealm() {
        ObjectNode old = (ObjectNode) JsonMapper.shared()
                .readTree(new RealmFiles(
                                Path.of("keycloak"),
                                "production",
                                Map.of(
                                        "PORTAL_URL", PortalServices.portalUrl(),
                                        "KEYCLOAK_URL", PortalServices.keycloakUrl(),
                                        "PORTAL_CLIENT_SECRET", "not-used",
                                        "PORTAL_ADMIN_CLIENT_SECRET", "not-used",
                                        "SMTP_HOST", "127.0.0.1",
                                        "SMTP_PORT", "25"))
                        .filled(PortalServices.REALM));
        old.put("realm", realm);
        old.remove(List.of("authenticationFlows", "authenticatorConfig", "browserFlow", "organizations"));
        ((ObjectNode) old.path("attributes")).remove(List.of("acr.loa.map", RealmUpkeep.DONE));
        old.put("passwordPolicy", "length(14) and maxLength(128)");
        ((ObjectNode) old.path("users").get(0).path("clientRoles"))
                .putArray("realm-management")
                .add("manage-users");
        ObjectNode provider = old.putArray("identityProviders").addObject();
        provider.put("alias", "an-agency").put("providerId", "oidc").put("enabled", true);
        provider.putObject("config")
                .put("clientId", "x")
                .put("authorizationUrl", "https://agency.example/auth")
                .put("tokenUrl", "https://agency.example/token");
        assertThat(administrator.post("", old).status()).isEqualTo(201);
    }

    @AfterEach
    void away() {
        administrator.delete("/" + realm);
    }

    private List<String> upkeep() {
        KeycloakProperties settings =
                new KeycloakProperties(PortalServices.keycloakUrl() + "/realms/" + realm, null, "", null);
        return new RealmUpkeep(
                        new MasterCalls(
                                RestClient.create(),
                                settings,
                                EmbeddedKeycloak.ADMIN,
                                PortalServices.keycloak().adminPassword()),
                        RealmAtStart.file())
                .bringUpToDate();
    }

    @Test
    void whatIsMissingIsAddedAsANewRealmHasItAndWhatAnAdministratorChangesAfterwardsStays() {
        assertThat(upkeep()).containsExactly("second-factor", "known-passwords", "rights");
        for (String flow : List.of("portal%20sign-in", "portal%20after%20provider")) {
            assertThat(steps(realm, flow)).isNotEmpty().isEqualTo(steps(PortalServices.REALM, flow));
        }
        JsonNode now = administrator.get("/" + realm).body();
        assertThat(now.path("browserFlow").asString()).isEqualTo("portal sign-in");
        assertThat(now.path("attributes").path("acr.loa.map").asString()).contains("second-factor");
        assertThat(now.path("attributes").path("portalUrl").asString()).isEqualTo(PortalServices.portalUrl());
        assertThat(now.path("passwordPolicy").asString())
                .contains("length(14)", "notEmail", "passwordBlacklist(known-passwords.txt)", "maxAuthAge(0)")
                .doesNotContain("length(12)");
        assertThat(provider().path("postBrokerLoginFlowAlias").asString()).isEqualTo("portal after provider");
        assertThat(rights()).contains("manage-users", "manage-identity-providers", "view-events");
        assertThat(upkeep()).isEmpty();

        ObjectNode changed = (ObjectNode) administrator.get("/" + realm).body();
        changed.put("passwordPolicy", "length(20)").put("browserFlow", "browser");
        assertThat(administrator.put("/" + realm, changed).status()).isEqualTo(204);
        assertThat(upkeep()).isEmpty();
        JsonNode later = administrator.get("/" + realm).body();
        assertThat(later.path("passwordPolicy").asString()).isEqualTo("length(20)");
        assertThat(later.path("browserFlow").asString()).isEqualTo("browser");
    }

    @Test
    void aFlowThatSomebodyHasChosenBeforeStays() {
        assertThat(administrator
                        .post("/" + realm + "/authentication/flows/browser/copy", Map.of("newName", "our own"))
                        .status())
                .isEqualTo(201);
        ObjectNode changed = (ObjectNode) administrator.get("/" + realm).body();
        administrator.put("/" + realm, changed.put("browserFlow", "our own"));
        upkeep();
        assertThat(administrator.get("/" + realm).body().path("browserFlow").asString())
                .isEqualTo("our own");
    }

    /** What is asked in which order, without the ids that each realm has of its own. */
    private List<String> steps(String of, String flow) {
        return administrator
                .get("/" + of + "/authentication/flows/" + flow + "/executions")
                .body()
                .valueStream()
                .map(step -> String.join(
                        " | ",
                        step.path("level").asString(),
                        step.path("displayName").asString(),
                        step.path("providerId").asString(""),
                        step.path("requirement").asString(),
                        step.path("priority").asString(),
                        config(of, step.path("authenticationConfig").asString(""))))
                .toList();
    }

    private String config(String of, String id) {
        return id.isEmpty()
                ? ""
                : administrator
                        .get("/" + of + "/authentication/config/" + id)
                        .body()
                        .path("config")
                        .toString();
    }

    private JsonNode provider() {
        return administrator
                .get("/" + realm + "/identity-provider/instances/an-agency")
                .body();
    }

    private List<String> rights() {
        String management = administrator
                .get("/" + realm + "/clients?clientId=realm-management")
                .body()
                .get(0)
                .path("id")
                .asString();
        String account = administrator
                .get("/" + realm + "/users?exact=true&username=service-account-portal-admin")
                .body()
                .get(0)
                .path("id")
                .asString();
        return administrator
                .get("/" + realm + "/users/" + account + "/role-mappings/clients/" + management)
                .body()
                .valueStream()
                .map(role -> role.path("name").asString())
                .toList();
    }
}
