package org.safercommunities.portal.agencies.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.OwnSignIn.Factor;
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

    /** Authenticator apps, the newest first. */
    List<Factor> of(String subject) {
        return credentials(subject, "otp")
                .map(one -> new Factor(
                        one.path("id").asString(), one.path("userLabel").asString(""), made(one)))
                .sorted(Comparator.comparing(Factor::since).reversed())
                .toList();
    }

    /** When the password was chosen; null when there is none. */
    @Nullable
    Instant passwordSince(String subject) {
        return credentials(subject, "password")
                .map(KeycloakFactors::made)
                .findFirst()
                .orElse(null);
    }

    void takeOff(String subject) {
        of(subject).forEach(factor -> takeOff(subject, factor.id()));
    }

    void takeOff(String subject, String factor) {
        keycloak.delete(USERS, subject, CREDENTIALS, factor);
    }

    private Stream<JsonNode> credentials(String subject, String type) {
        try {
            return keycloak.get(USERS, subject, CREDENTIALS).stream()
                    .flatMap(JsonNode::valueStream)
                    .filter(one -> one.path("type").asString("").equals(type));
        } catch (AccountsUnavailable away) {
            throw new AccountsUnavailable(
                    "The sign-in service cannot be reached. Nothing has been changed: try again in a few minutes",
                    away);
        }
    }

    private static Instant made(JsonNode credential) {
        return Instant.ofEpochMilli(credential.path("createdDate").asLong());
    }
}
