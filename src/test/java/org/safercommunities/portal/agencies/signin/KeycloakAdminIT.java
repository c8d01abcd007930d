package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.KeycloakAccounts;
import org.safercommunities.portal.keycloak.RefreshingClient;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@PortalIT
@WithKeycloak
class KeycloakAdminIT {

    @Autowired
    KeycloakAccounts accounts;

    @Autowired
    KeycloakAdmin admin;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void openingTwiceFindsTheSameAccount() {
        String email = "twice-" + UUID.randomUUID() + "@charity.example";
        KeycloakAccounts.Account first = accounts.open(email, "Rowan");
        assertThat(first.toBeInvited()).isTrue();
        assertThat(accounts.open(email, "Rowan Weald")).isEqualTo(first);
    }

    @Test
    void anAccountThatAnAgencysProviderVouchesForIsNotTaken() {
        assertThatThrownBy(() -> accounts.open("officer@kentpolice.example", "Bramble Stour"))
                .isInstanceOfSatisfying(
                        InvalidEntry.class, wrong -> assertThat(wrong.field()).isEqualTo("email"));
    }

    @Test
    void whileKeycloakIsAwayNothingIsMadeAndItIsSaid() {
        KeycloakAdmin away = new KeycloakAdmin(
                new KeycloakProperties("http://localhost:1/realms/safer-communities", null, "x", "x"),
                Clock.systemUTC());
        assertThatThrownBy(() -> away.find("rowan@charity.example"))
                .isInstanceOf(AccountsUnavailable.class)
                .hasMessageContaining("Nothing has been changed");
    }

    @Test
    void endedSessionsStayEnded() throws Exception {
        RefreshingClient.make();
        JsonMapper json = JsonMapper.builder().build();
        HttpResponse<String> signedIn = token("grant_type=password&client_id=" + RefreshingClient.ID + "&scope=openid"
                + "&username=practitioner%40swale.example&password=Demo-2026%21");
        assertThat(signedIn.statusCode()).isEqualTo(200);
        String refresh = json.readTree(signedIn.body()).get("refresh_token").asString();
        String subject = admin.find("practitioner@swale.example").orElseThrow().id();
        transactions.executeWithoutResult(status -> accounts.endSessions(subject));
        long end = System.nanoTime() + 60_000_000_000L;
        int answer = 200;
        while (answer == 200 && System.nanoTime() < end) {
            HttpResponse<String> refreshed =
                    token("grant_type=refresh_token&client_id=" + RefreshingClient.ID + "&refresh_token=" + refresh);
            answer = refreshed.statusCode();
            if (answer == 200) {
                refresh = json.readTree(refreshed.body()).get("refresh_token").asString();
                java.util.concurrent.locks.LockSupport.parkNanos(300_000_000L);
            }
        }
        assertThat(answer).isEqualTo(400);
    }

    @Test
    void aSessionThatWasThereBeforeIsEndedAgain() throws Exception {
        RefreshingClient.make();
        String subject = admin.find("practitioner@swale.example").orElseThrow().id();
        admin.endSessions(subject);
        HttpResponse<String> signedIn = token("grant_type=password&client_id=" + RefreshingClient.ID + "&scope=openid"
                + "&username=practitioner%40swale.example&password=Demo-2026%21");
        String refresh = JsonMapper.builder()
                .build()
                .readTree(signedIn.body())
                .get("refresh_token")
                .asString();
        assertThat(admin.endSessionsOlderThan(java.time.Duration.ofMinutes(1), subject))
                .as("it began a moment ago")
                .isFalse();
        assertThat(admin.endSessionsOlderThan(java.time.Duration.ofMinutes(-1), subject))
                .isTrue();
        assertThat(token("grant_type=refresh_token&client_id=" + RefreshingClient.ID + "&refresh_token=" + refresh)
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.endSessionsOlderThan(java.time.Duration.ofMinutes(-1), subject))
                .isFalse();
    }

    private static HttpResponse<String> token(String form) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(PortalServices.keycloakUrl()
                                    + "/realms/safer-communities/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
