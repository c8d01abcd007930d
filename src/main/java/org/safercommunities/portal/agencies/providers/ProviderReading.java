package org.safercommunities.portal.agencies.providers;

import java.util.Set;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.springframework.stereotype.Component;

/** Reads what a wish names, and refuses what would not work. */
@Component
class ProviderReading {

    private final OidcDiscovery oidc;
    private final SamlMetadata saml;

    ProviderReading(OidcDiscovery oidc, SamlMetadata saml) {
        this.oidc = oidc;
        this.saml = saml;
    }

    ReadProvider read(SignInWish wish, Set<String> domains) {
        if (!(wish instanceof SignInWish.PortalAccounts) && domains.isEmpty()) {
            throw new InvalidEntry(
                    "domains",
                    "Enter the agency’s email domains: they lead its people to its sign-in, and nobody else may come by it");
        }
        return switch (wish) {
            case SignInWish.PortalAccounts none -> ReadProvider.none();
            case SignInWish.Oidc one -> oidc(one);
            case SignInWish.Saml one -> saml(one);
        };
    }

    private ReadProvider oidc(SignInWish.Oidc wish) {
        if (wish.address().isBlank() || wish.address().length() > 500) {
            throw new InvalidEntry("address", "Enter the address of the discovery document");
        }
        if (wish.clientId().isBlank() || wish.clientId().length() > 200) {
            throw new InvalidEntry("clientId", "Enter the client id that the agency’s IT gave you");
        }
        if (wish.secret().isBlank()) {
            throw new InvalidEntry("clientSecret", "Enter the client secret that the agency’s IT gave you");
        }
        ProviderFacts facts = oidc.read(wish.address());
        return new ReadProvider(
                ProviderKind.OIDC,
                wish.address().strip(),
                facts,
                wish.clientId().strip(),
                SamlNames.PLAIN,
                wish.secret().strip());
    }

    private ReadProvider saml(SignInWish.Saml wish) {
        String file = wish.metadata();
        if (wish.address().length() > 500 || file == null && wish.address().isBlank()) {
            throw new InvalidEntry("address", "Enter the address of the metadata, or choose their file");
        }
        ProviderFacts facts = file == null ? saml.fetch(wish.address()) : saml.read("metadata", file);
        return new ReadProvider(
                ProviderKind.SAML, file == null ? wish.address().strip() : "", facts, "", wish.names(), null);
    }
}
