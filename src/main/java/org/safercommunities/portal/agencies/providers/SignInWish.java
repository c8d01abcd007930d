package org.safercommunities.portal.agencies.providers;

import org.jspecify.annotations.Nullable;

/** How an administrator says that an agency's people are to sign in. */
public sealed interface SignInWish {

    /** With a password of the portal. */
    record PortalAccounts() implements SignInWish {}

    /**
     * By OpenID Connect.
     *
     * @param address of the discovery document
     * @param secret goes to Keycloak and nowhere else
     */
    record Oidc(String address, String clientId, String secret) implements SignInWish {

        @Override
        public String toString() {
            return "Oidc[address=%s, clientId=%s]".formatted(address, clientId);
        }
    }

    /**
     * By SAML.
     *
     * @param address of the metadata; empty when they come as a file
     * @param metadata the file's content; null when there is an address
     */
    record Saml(String address, @Nullable String metadata, SamlNames names) implements SignInWish {}
}
