package org.safercommunities.portal.agencies.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.OwnSignIn.Factor;
import org.safercommunities.portal.agencies.OwnSignIn.Ways;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The password and the second factors of accounts, as Keycloak has them. What they are made of it does not tell. */
@Component
class KeycloakFactors {

    private static final String USERS = "users";
    private static final String CREDENTIALS = "credentials";

    private final KeycloakCalls keycloak;

    KeycloakFactors(KeycloakCalls keycloak) {
        this.keycloak = keycloak;
    }

    /** All their ways to sign in. */
    Ways ways(String subject) {
        List<JsonNode> credentials = credentials(subject);
        return new Ways(
                credentials.stream()
                        .filter(one -> isA("password", one))
                        .map(KeycloakFactors::made)
                        .findFirst()
                        .orElse(null),
                credentials.stream()
                        .filter(one -> isA("otp", one))
                        .map(one -> new Factor(
                                one.path("id").asString(), one.path("userLabel").asString(""), made(one)))
                        .sorted(Comparator.comparing(Factor::since).reversed())
                        .toList());
    }

    /** Authenticator apps, the newest first. */
    List<Factor> of(String subject) {
        return ways(subject).factors();
    }

    void takeOff(String subject) {
        of(subject).forEach(factor -> takeOff(subject, factor.id()));
    }

    void takeOff(String subject, String factor) {
        keycloak.delete(USERS, subject, CREDENTIALS, factor);
    }

    private List<JsonNode> credentials(String subject) {
        try {
            return keycloak.get(USERS, subject, CREDENTIALS).stream()
                    .flatMap(JsonNode::valueStream)
                    .toList();
        } catch (AccountsUnavailable away) {
            throw new AccountsUnavailable(
                    "The sign-in service cannot be reached. Nothing has been changed: try again in a few minutes",
                    away);
        }
    }

    private static boolean isA(String type, JsonNode credential) {
        return credential.path("type").asString("").equals(type);
    }

    private static Instant made(JsonNode credential) {
        return Instant.ofEpochMilli(credential.path("createdDate").asLong());
    }
}
