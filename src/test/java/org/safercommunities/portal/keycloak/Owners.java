package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Does to accounts in the tests' Keycloak what their owners, or whoever runs Keycloak, would do. */
public final class Owners {

    private static final String USERS = "/safer-communities/users";

    private Owners() {}

    /** Makes an account that has a password; returns its id. */
    public static String make(String email, boolean emailVerified) {
        Calls.Answer answer = Calls.asPortal()
                .post(
                        USERS,
                        Map.of(
                                "username",
                                email,
                                "email",
                                email,
                                "firstName",
                                "Rowan",
                                "lastName",
                                "Weald",
                                "enabled",
                                true,
                                "emailVerified",
                                emailVerified,
                                "credentials",
                                List.of(Map.of("type", "password", "value", "three words known"))));
        assertThat(answer.status()).isEqualTo(201);
        return answer.made();
    }

    /** As when the owner has followed the link of a mail. */
    public static void proveAddress(String id) {
        ObjectNode account = (ObjectNode) Calls.asPortal().get(USERS + "/" + id).body();
        account.put("emailVerified", true);
        assertThat(Calls.asPortal().put(USERS + "/" + id, account).status()).isEqualTo(204);
    }
}
