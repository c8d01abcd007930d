package org.safercommunities.portal.keycloak;

import java.util.Map;

/** A client for tests of ended sessions: by a password, and with refresh tokens, which the one for scripts has none of. */
public final class RefreshingClient {

    /** Its name. */
    public static final String ID = "refreshing-tests";

    private RefreshingClient() {}

    /** Makes it, once for each Keycloak. */
    public static void make() {
        Calls.asAdministrator()
                .post(
                        "/safer-communities/clients",
                        Map.of(
                                "clientId", ID,
                                "publicClient", true,
                                "standardFlowEnabled", false,
                                "directAccessGrantsEnabled", true));
    }
}
