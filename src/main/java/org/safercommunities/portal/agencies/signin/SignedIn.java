package org.safercommunities.portal.agencies.signin;

import java.util.UUID;

/** An authentication or principal that stands for a person of the portal. */
interface SignedIn {

    UUID personId();

    /** Id of their account in Keycloak. */
    String subject();

    /** How they showed that it is them. */
    Proof proof();
}
