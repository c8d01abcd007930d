package org.safercommunities.portal.agencies.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Admission.Admitted;
import org.safercommunities.portal.agencies.OwnSignIn.Change;
import org.safercommunities.portal.agencies.OwnSignIn.Factor;
import org.safercommunities.portal.keycloak.Calls;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** When somebody comes back with a new authenticator app, the old ones are taken off; never because an address says so. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class ReplacedAppIT {

    @Autowired
    private SignedInWays ways;

    @Autowired
    private KeycloakFactors keycloak;

    private String subject;
    private List<String> apps;

    @BeforeEach
    void somebodyWithTwoApps() {
        String email = "apps-" + UUID.randomUUID() + "@somewhere.example";
        Calls.Answer made = Calls.asAdministrator()
                .post(
                        "/" + PortalServices.REALM + "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "enabled",
                                true,
                                "credentials",
                                Stream.of("One", "Two").map(ReplacedAppIT::app).toList()));
        assertThat(made.status()).isEqualTo(201);
        subject = made.made();
        apps = now();
        assertThat(apps).hasSize(2);
    }

    private static Map<String, String> app(String name) {
        return Map.of(
                "type",
                "otp",
                "userLabel",
                name,
                "secretData",
                "{\"value\":\"secret-of-" + name + "\"}",
                "credentialData",
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
    }

    private List<String> now() {
        return keycloak.of(subject).stream().map(Factor::id).toList();
    }

    private void comesBack(Change change, List<String> before, String acr) {
        MockHttpServletRequest back = new MockHttpServletRequest();
        back.setParameter("kc_action_status", "success");
        new ChangeAsked(change, Map.of(), before).keepIn(back.getSession());
        ways.cameBack(back, user(acr));
    }

    private PortalUser user(String acr) {
        Instant now = Instant.now();
        return new PortalUser(
                new Admitted(UUID.randomUUID(), 0, "", "", Set.of()),
                List.of(),
                new OidcIdToken(
                        "no token at all",
                        now,
                        now.plusSeconds(300),
                        Map.of("sub", subject, "acr", acr, "auth_time", now)));
    }

    @Test
    void theNewOneStaysAndTheOldOneIsTakenOff() {
        comesBack(Change.SECOND_FACTOR, List.of(apps.getLast()), Proof.SECOND_FACTOR);
        assertThat(now()).containsExactly(apps.getFirst());
    }

    @Test
    void withoutANewOneNothingIsTakenOffWhateverTheAddressSays() {
        comesBack(Change.SECOND_FACTOR, apps, Proof.SECOND_FACTOR);
        comesBack(Change.NO_SECOND_FACTOR, apps, Proof.SECOND_FACTOR);
        assertThat(now()).isEqualTo(apps);
    }

    @Test
    void norIsItForSomebodyWhoGaveNoCode() {
        comesBack(Change.SECOND_FACTOR, List.of(apps.getLast()), "signed-in");
        assertThat(now()).isEqualTo(apps);
    }

    @Test
    void whoWantsNoneHasNone() {
        keycloak.takeOff(subject, apps.getFirst());
        comesBack(Change.NO_SECOND_FACTOR, apps, Proof.SECOND_FACTOR);
        assertThat(now()).isEmpty();
    }
}
