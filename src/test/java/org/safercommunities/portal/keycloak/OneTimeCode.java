package org.safercommunities.portal.keycloak;

/** The authenticator app of somebody in a browser. */
public final class OneTimeCode {

    private final OneTimeCodes codes;

    public OneTimeCode(String secret) {
        codes = new OneTimeCodes(secret);
    }

    public String now() {
        return codes.code(0);
    }

    /** Also holds now, and has not been used. */
    public String next() {
        return codes.code(1);
    }

    /** Id of the only app that an account has. */
    public String idOf(String email) {
        return KeycloakPeople.apps(KeycloakPeople.subject(email)).getFirst();
    }
}
