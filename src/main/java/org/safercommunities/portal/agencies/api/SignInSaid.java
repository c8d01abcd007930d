package org.safercommunities.portal.agencies.api;

import static java.util.Objects.requireNonNullElse;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.providers.SamlNames;
import org.safercommunities.portal.agencies.providers.SignInWish;

/**
 * A way to sign in, as the API takes it.
 *
 * @param kind {@code oidc}, {@code saml} or {@code portal}
 * @param metadata of a SAML provider, in place of its address
 * @param names what a SAML provider calls things: {@code plain}, {@code microsoft} or {@code directory}
 */
record SignInSaid(
        @Nullable String kind,
        @Nullable String address,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String metadata,
        @Nullable String names) {

    static SignInWish portal() {
        return new SignInWish.PortalAccounts();
    }

    SignInWish wish() {
        return switch (Objects.requireNonNullElse(kind, "")) {
            case "oidc" ->
                new SignInWish.Oidc(
                        requireNonNullElse(address, ""),
                        requireNonNullElse(clientId, ""),
                        requireNonNullElse(clientSecret, ""));
            case "saml" -> new SignInWish.Saml(requireNonNullElse(address, ""), metadata, samlNames());
            case "portal" -> portal();
            default -> throw new InvalidEntry("kind", "Use oidc, saml or portal");
        };
    }

    private SamlNames samlNames() {
        try {
            return names == null ? SamlNames.PLAIN : SamlNames.valueOf(names.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new InvalidEntry("names", "Use plain, microsoft or directory");
        }
    }

    /** Never with the secret: records are written into logs as they are. */
    @Override
    public String toString() {
        return "SignInSaid[kind=%s, address=%s, clientId=%s]".formatted(kind, address, clientId);
    }
}
