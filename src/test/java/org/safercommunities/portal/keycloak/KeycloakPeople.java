package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.support.PortalServices;
import tools.jackson.databind.JsonNode;

/** Makes people at Keycloak whom no other test knows, with a password and, if they shall, with an authenticator app. */
final class KeycloakPeople {

    /** As long as the portal’s realm wants it. */
    static final String PASSWORD = "Cobnuts-and-hops-2026";

    private static final String REALM = "/" + PortalServices.REALM;

    private KeycloakPeople() {}

    /** @param app their authenticator app; null when they have none */
    record Account(String subject, String email, OneTimeCodes app) {}

    static Account withPassword() {
        return made(PortalServices.REALM, "somewhere.example", PASSWORD, null);
    }

    static Account withApp() {
        return made(PortalServices.REALM, "somewhere.example", PASSWORD, new OneTimeCodes("of-" + UUID.randomUUID()));
    }

    /** The address of somebody in the directory of an agency, who has not come to the portal yet. */
    static String atAgency(String realm, String domain) {
        return atAgency(realm, domain, PASSWORD);
    }

    static String atAgency(String realm, String domain, String password) {
        return made(realm, domain, password, null).email();
    }

    @SuppressWarnings("NullAway")
    private static Account made(String realm, String domain, String password, OneTimeCodes app) {
        String email = "made-" + UUID.randomUUID() + "@" + domain;
        List<Map<String, Object>> credentials = new ArrayList<>();
        credentials.add(Map.of("type", "password", "value", password));
        if (app != null) {
            credentials.add(Map.of(
                    "type",
                    "otp",
                    "userLabel",
                    "Old phone",
                    "secretData",
                    "{\"value\":\"" + app.secret() + "\"}",
                    "credentialData",
                    "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}"));
        }
        Calls.Answer answer = Calls.asAdministrator()
                .post(
                        "/" + realm + "/users",
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "firstName",
                                "Moss",
                                "lastName",
                                "Heath",
                                "enabled",
                                true,
                                "emailVerified",
                                true,
                                "credentials",
                                credentials));
        assertThat(answer.status()).isEqualTo(201);
        return new Account(answer.made(), email, app);
    }

    /** Ids of their authenticator apps. */
    static List<String> apps(String subject) {
        return Calls.asAdministrator()
                .get(REALM + "/users/" + subject + "/credentials")
                .body()
                .valueStream()
                .filter(one -> one.path("type").asString().equals("otp"))
                .map((JsonNode one) -> one.path("id").asString())
                .toList();
    }

    static String subject(String email) {
        return Calls.asAdministrator()
                .get(REALM + "/users?exact=true&email=" + email)
                .body()
                .get(0)
                .path("id")
                .asString();
    }
}
