package org.safercommunities.portal.agencies.signin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safercommunities.portal.agencies.providers.AgencyInKeycloak;
import org.safercommunities.portal.agencies.providers.SamlNames;

/**
 * The settings of a provider that were tried against attacks, with the reasons in {@code keycloak/README.md}: signatures are
 * checked, nobody is linked to an account by their address alone, and addresses are taken at the first sign-in only.
 */
final class ProviderSettings {

    /** What leads the people of an agency's domains to its provider, and nobody else. */
    static final String DOMAIN = "kc.org.domain";

    static final String REDIRECT = "kc.org.broker.redirect.mode.email-matches";

    /** Whose provider it is, so that none is touched that somebody else has made. */
    static final String OWNER = "portalAgency";

    private ProviderSettings() {}

    /** A mapper: its name, what it is in Keycloak, and its settings. */
    record Mapper(String name, String type, Map<String, String> settings) {}

    /**
     * The settings of an agency's provider.
     *
     * @param entityId what the portal's realm calls itself to a SAML provider
     */
    static Map<String, String> of(String agency, AgencyInKeycloak.Provider provider, String entityId) {
        Map<String, String> settings = new TreeMap<>(provider.settings());
        settings.put(OWNER, agency);
        settings.put("validateSignature", "true");
        settings.put("backchannelSupported", "false");
        settings.put("loginHint", "true");
        settings.put("syncMode", "IMPORT");
        if (provider.type().equals("oidc")) {
            settings.put("clientId", provider.clientId());
            settings.put("useJwksUrl", "true");
            settings.put("pkceEnabled", "true");
            settings.put("pkceMethod", "S256");
            settings.put("defaultScope", "openid profile email");
            settings.put("uiLocales", "false");
            settings.put("filteredByClaim", "false");
        } else {
            settings.put("entityId", entityId);
            settings.put("useMetadataDescriptorUrl", "false");
            settings.put("wantAssertionsSigned", "true");
            settings.put("wantAssertionsEncrypted", "false");
            settings.put("wantAuthnRequestsSigned", "true");
            settings.put("signatureAlgorithm", "RSA_SHA256");
            settings.put("xmlSigKeyInfoKeyNameTransformer", "KEY_ID");
            settings.put("postBindingResponse", "true");
            settings.put("postBindingLogout", "true");
            settings.put("nameIDPolicyFormat", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent");
            settings.put("principalType", "SUBJECT");
            settings.put("allowedClockSkew", "30");
        }
        return settings;
    }

    /** So that e-mail and both names arrive, and names follow when they change; addresses do not. */
    static List<Mapper> mappers(AgencyInKeycloak.Provider provider) {
        if (provider.type().equals("oidc")) {
            return List.of(
                    new Mapper("username from email", "oidc-username-idp-mapper", username("${CLAIM.email}")),
                    oidc("first name", "given_name", "firstName"),
                    oidc("last name", "family_name", "lastName"));
        }
        SamlNames names = provider.names();
        return List.of(
                new Mapper(
                        "username from email",
                        "saml-username-idp-mapper",
                        username("${ATTRIBUTE.%s}".formatted(names.email()))),
                saml("email", names.email(), "email", "IMPORT"),
                saml("first name", names.firstName(), "firstName", "FORCE"),
                saml("last name", names.lastName(), "lastName", "FORCE"));
    }

    private static Map<String, String> username(String template) {
        return Map.of("syncMode", "IMPORT", "template", template, "target", "LOCAL");
    }

    private static Mapper oidc(String name, String claim, String attribute) {
        return new Mapper(
                name,
                "oidc-user-attribute-idp-mapper",
                Map.of("syncMode", "FORCE", "claim", claim, "user.attribute", attribute));
    }

    private static Mapper saml(String name, String sent, String attribute, String sync) {
        return new Mapper(
                name,
                "saml-user-attribute-idp-mapper",
                Map.of("syncMode", sync, "attribute.name", sent, "user.attribute", attribute));
    }
}
