package org.safercommunities.portal.agencies.signin;

import org.springframework.context.ApplicationContext;

/** Reads from Keycloak what the clock would read some seconds later. */
public final class TestSignInChanges {

    private TestSignInChanges() {}

    public static void read(ApplicationContext portal) {
        portal.getBean(SignInChanges.class).read();
    }
}
