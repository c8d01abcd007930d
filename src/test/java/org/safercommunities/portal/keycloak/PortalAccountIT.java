package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import tools.jackson.databind.JsonNode;

/** What the portal's own account at Keycloak may do: what it needs, and no more. */
@WithKeycloak
class PortalAccountIT {

    private static final String REALM = "/" + PortalServices.REALM;

    private final Calls portal = Calls.asPortal();

    @Test
    void itMakesAccountsAndInvitesTheirOwnersToChooseAPassword() {
        String email = "new-" + UUID.randomUUID() + "@mail.example";
        String person = newPerson(email);
        Calls.Answer invited = portal.put(
                REALM + "/users/" + person + "/execute-actions-email?client_id=portal", List.of("UPDATE_PASSWORD"));
        assertThat(invited.status()).isIn(200, 204);
        assertThat(PortalServices.mailSink()
                        .await(mail -> mail.recipient().equals(email), Duration.ofSeconds(10))
                        .subject())
                .isEqualTo("Set up your Safer Communities account");
        assertThat(portal.delete(REALM + "/users/" + person).status()).isEqualTo(204);
    }

    @Test
    void itKeepsOrganizationsAndTheirMembersInStep() {
        String name = "Agency " + UUID.randomUUID();
        String organization = portal.post(
                        REALM + "/organizations",
                        Map.of("name", name, "alias", name.replace(' ', '-'), "enabled", true))
                .made();
        String person = newPerson("new-" + UUID.randomUUID() + "@mail.example");
        assertThat(portal.post(REALM + "/organizations/" + organization + "/members", person)
                        .status())
                .isEqualTo(201);
        assertThat(portal.get(REALM + "/organizations/members/" + person + "/organizations")
                        .body()
                        .valueStream()
                        .map(found -> found.path("name").asString()))
                .containsExactly(name);
        assertThat(portal.delete(REALM + "/organizations/" + organization + "/members/" + person)
                        .status())
                .isEqualTo(204);
        assertThat(portal.delete(REALM + "/organizations/" + organization).status())
                .isEqualTo(204);
        assertThat(portal.delete(REALM + "/users/" + person).status()).isEqualTo(204);
    }

    @Test
    void itEndsSomebodysSessions() {
        RefreshingClient.make();
        JsonNode tokens = Tokens.request(Map.of(
                        "grant_type", "password",
                        "client_id", RefreshingClient.ID,
                        "username", "practitioner@swale.example",
                        "password", SignInIT.PASSWORD,
                        "scope", "openid"))
                .answer();
        assertThat(portal.post(REALM + "/users/5afe0000-0000-4000-8000-000000000006/logout", Map.of())
                        .status())
                .isEqualTo(204);
        Tokens refreshed = Tokens.request(Map.of(
                "grant_type",
                "refresh_token",
                "client_id",
                RefreshingClient.ID,
                "refresh_token",
                tokens.path("refresh_token").asString()));
        assertThat(refreshed.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clients", "/authentication/flows", "/client-scopes", "/components"})
    void theRestOfTheRealmIsNotItsBusiness(String path) {
        assertThat(portal.get(REALM + path).status()).isEqualTo(403);
    }

    /** Who has changed a password or second factor, so that they are told; nothing of it can be taken away. */
    @Test
    void itReadsEventsAndLeavesThemAsTheyAre() {
        assertThat(portal.get(REALM + "/events?type=UPDATE_CREDENTIAL").status())
                .isEqualTo(200);
        assertThat(portal.delete(REALM + "/events").status()).isEqualTo(403);
        assertThat(portal.put(REALM + "/events/config", Map.of("eventsEnabled", false))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itReadsRolesForItsProvidersAndMakesNone() {
        assertThat(portal.post(REALM + "/roles", Map.of("name", "made-by-the-portal"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/master/users", "/kent-police/users", "/kent-police/organizations"})
    void norIsAnyOtherRealm(String path) {
        assertThat(portal.get(path).status()).isEqualTo(403);
    }

    @Test
    void itCannotMakeItselfMighty() {
        Calls administrator = Calls.asAdministrator();
        String management = administrator
                .get(REALM + "/clients?clientId=realm-management")
                .body()
                .get(0)
                .path("id")
                .asString();
        JsonNode mightiest = administrator
                .get(REALM + "/clients/" + management + "/roles/realm-admin")
                .body();
        String itself = administrator
                .get(REALM + "/users?exact=true&username=service-account-portal-admin")
                .body()
                .get(0)
                .path("id")
                .asString();
        assertThat(portal.post(
                                REALM + "/users/" + itself + "/role-mappings/clients/" + management,
                                List.of(Map.of("id", mightiest.path("id").asString(), "name", "realm-admin")))
                        .status())
                .isEqualTo(403);
    }

    private String newPerson(String email) {
        Calls.Answer made = portal.post(
                REALM + "/users",
                Map.of("username", email, "email", email, "firstName", "Moss", "lastName", "Heath", "enabled", true));
        assertThat(made.status()).isEqualTo(201);
        return made.made();
    }
}
