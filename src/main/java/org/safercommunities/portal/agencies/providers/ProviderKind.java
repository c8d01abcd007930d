package org.safercommunities.portal.agencies.providers;

/** How the people of an agency sign in. */
public enum ProviderKind {
    PORTAL("Portal accounts"),
    OIDC("Its own sign-in, by OpenID Connect"),
    SAML("Its own sign-in, by SAML"),
    /** A provider that somebody made by hand in Keycloak's console; its settings are theirs. */
    BY_HAND("Its own sign-in, set up by hand");

    private final String label;

    ProviderKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
