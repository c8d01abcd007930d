package org.safercommunities.portal.agencies.providers;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an OpenID provider's discovery document, and says what is wrong with it in words to act on. */
@Component
class OidcDiscovery {

    static final String FIELD = "address";

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutsideDocuments outside;

    OidcDiscovery(OutsideDocuments outside) {
        this.outside = outside;
    }

    /** @param typed of the document, or of the issuer without what follows by the standard */
    ProviderFacts read(String typed) {
        String issuer = withoutEnd(typed.strip());
        JsonNode document = json(outside.fetch(FIELD, address(issuer + WELL_KNOWN)), "a discovery document");
        if (!document.path("issuer").isString()) {
            throw new InvalidEntry(
                    FIELD, "What is at that address is not a discovery document. Its address ends in " + WELL_KNOWN);
        }
        String says = document.path("issuer").asString();
        if (!withoutSlash(says).equals(issuer)) {
            throw new InvalidEntry(
                    FIELD,
                    "The document calls its issuer %s, which is not where it was found. Enter the address below that"
                            .formatted(says));
        }
        Map<String, String> settings = new TreeMap<>();
        settings.put("issuer", says);
        settings.put("authorizationUrl", endpoint(document, "authorization_endpoint", "sign-in page"));
        settings.put("tokenUrl", endpoint(document, "token_endpoint", "token address"));
        settings.put("jwksUrl", endpoint(document, "jwks_uri", "address of the keys"));
        if (document.path("userinfo_endpoint").isString()) {
            settings.put("userInfoUrl", endpoint(document, "userinfo_endpoint", "address of what is known of people"));
        }
        settings.put("clientAuthMethod", method(document));
        usable(document, settings.getOrDefault("jwksUrl", ""));
        return new ProviderFacts(says, settings, null);
    }

    private void usable(JsonNode document, String keysAt) {
        if (document.has("response_types_supported") && !has(document, "response_types_supported", "code")) {
            throw new InvalidEntry(
                    FIELD, "This provider does not offer the authorisation code flow, which the portal needs");
        }
        JsonNode keys =
                json(outside.fetch(FIELD, address(keysAt)), "a list of keys").path("keys");
        boolean signs = keys.valueStream()
                .filter(key -> !key.path("use").asString("sig").equals("enc"))
                .anyMatch(key -> !key.path("kty").asString("").equals("oct"));
        if (!signs) {
            throw new InvalidEntry(
                    FIELD, "The provider publishes no key that it signs with, so nothing it says could be checked");
        }
    }

    private String endpoint(JsonNode document, String name, String what) {
        if (!document.path(name).isString()) {
            throw new InvalidEntry(FIELD, "The discovery document does not name the %s (%s)".formatted(what, name));
        }
        URI address = address(document.path(name).asString());
        outside.check(FIELD, address, what);
        return address.toString();
    }

    private static String method(JsonNode document) {
        boolean basic = !document.has("token_endpoint_auth_methods_supported")
                || has(document, "token_endpoint_auth_methods_supported", "client_secret_basic");
        if (!basic && !has(document, "token_endpoint_auth_methods_supported", "client_secret_post")) {
            throw new InvalidEntry(
                    FIELD, "This provider takes no client secret, and the portal has nothing else to show");
        }
        return basic ? "client_secret_basic" : "client_secret_post";
    }

    private static boolean has(JsonNode document, String list, String value) {
        return document.path(list)
                .valueStream()
                .anyMatch(one -> one.asString("").equals(value));
    }

    private static JsonNode json(String text, String what) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException other) {
            throw new InvalidEntry(
                    FIELD,
                    "What is at that address is not %s. The address usually ends in %s".formatted(what, WELL_KNOWN));
        }
    }

    private static String withoutEnd(String typed) {
        return withoutSlash(
                typed.endsWith(WELL_KNOWN) ? typed.substring(0, typed.length() - WELL_KNOWN.length()) : typed);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new InvalidEntry(
                    FIELD, "“%s” is not an address. Enter it like https://login.kent.gov.uk/…".formatted(text));
        }
    }
}
