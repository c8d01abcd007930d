package org.safercommunities.portal.agencies.signin;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.providers.AgencyInKeycloak;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes agencies' providers in Keycloak what they should be. Each step leaves alone what is right already. */
@Component
class KeycloakProviders {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROVIDERS = "identity-provider";
    private static final String INSTANCES = "instances";

    /** What Keycloak writes in place of a secret, and takes as: leave it. */
    private static final String LEAVE_SECRET = "**********";

    private final KeycloakCalls keycloak;
    private final KeycloakProperties settings;

    KeycloakProviders(KeycloakCalls keycloak, KeycloakProperties settings) {
        this.keycloak = keycloak;
        this.settings = settings;
    }

    /** Returns false when there is none and it cannot be made without a secret. */
    boolean make(AgencyInKeycloak agency, AgencyInKeycloak.Provider wanted, @Nullable String secret) {
        JsonNode there = keycloak.get(PROVIDERS, INSTANCES, wanted.alias()).orElse(null);
        if (there != null && !isOf(agency.slug(), there)) {
            throw new AccountsUnavailable(
                    "There is a provider called " + wanted.alias()
                            + " in the sign-in service that the portal has not made",
                    new IllegalStateException(wanted.alias()));
        }
        if (there != null && !there.path("providerId").asString().equals(wanted.type())) {
            keycloak.delete(PROVIDERS, INSTANCES, wanted.alias());
            there = null;
        }
        boolean oidc = wanted.type().equals("oidc");
        if (there == null && oidc && secret == null) {
            return false;
        }
        Map<String, String> config = new TreeMap<>(ProviderSettings.of(agency.slug(), wanted, settings.issuer()));
        if (oidc) {
            config.put("clientSecret", secret == null ? LEAVE_SECRET : secret);
        }
        if (there == null) {
            ObjectNode made = JSON.createObjectNode()
                    .put("alias", wanted.alias())
                    .put("providerId", wanted.type())
                    .put("displayName", agency.name())
                    .put("enabled", wanted.enabled())
                    .put("trustEmail", true)
                    .put("storeToken", false)
                    .put("linkOnly", false)
                    .put("hideOnLogin", true)
                    // Never one that links accounts by their address
                    .put("firstBrokerLoginFlowAlias", "first broker login")
                    // Coming from the agency is the first step; a second one is asked for behind it
                    .put("postBrokerLoginFlowAlias", "portal after provider");
            made.set("config", JSON.valueToTree(config));
            keycloak.post(made, PROVIDERS, INSTANCES);
        } else {
            change(wanted.alias(), wanted.enabled(), config, Set.of());
        }
        mappers(wanted);
        return true;
    }

    private void mappers(AgencyInKeycloak.Provider wanted) {
        String[] path = {PROVIDERS, INSTANCES, wanted.alias(), "mappers"};
        Map<String, JsonNode> there = keycloak.list(path).stream()
                .collect(Collectors.toMap(one -> one.path("name").asString(), one -> one));
        for (ProviderSettings.Mapper mapper : ProviderSettings.mappers(wanted)) {
            ObjectNode should = JSON.createObjectNode()
                    .put("name", mapper.name())
                    .put("identityProviderAlias", wanted.alias())
                    .put("identityProviderMapper", mapper.type());
            should.set("config", JSON.valueToTree(mapper.settings()));
            JsonNode is = there.get(mapper.name());
            if (is == null) {
                keycloak.post(should, path);
            } else if (!is.path("config").equals(should.path("config"))) {
                should.set("id", is.path("id"));
                keycloak.put(
                        should,
                        PROVIDERS,
                        INSTANCES,
                        wanted.alias(),
                        "mappers",
                        is.path("id").asString());
            }
        }
    }

    /** What was prepared before and is not wanted any more stays, in case somebody thinks better of it, but nobody comes by it. */
    void nothingElseIsOn(AgencyInKeycloak wanted) {
        AgencyInKeycloak.Provider provider = wanted.provider();
        for (JsonNode one : keycloak.list(PROVIDERS, INSTANCES)) {
            String alias = one.path("alias").asString("");
            boolean stays = alias.equals(wanted.live()) || provider != null && alias.equals(provider.alias());
            if (!stays && isOf(wanted.slug(), one) && one.path("enabled").asBoolean()) {
                change(alias, false, Map.of(), Set.of());
            }
        }
    }

    private static boolean isOf(String agency, JsonNode provider) {
        return provider.path("config").path(ProviderSettings.OWNER).asString("").equals(agency);
    }

    /** Puts some settings in place of those that are there, and takes others away. */
    void change(String alias, boolean enabled, Map<String, String> put, Set<String> remove) {
        ObjectNode there = (ObjectNode) keycloak.get(PROVIDERS, INSTANCES, alias)
                .orElseThrow(() -> new AccountsUnavailable(
                        "There is no provider called " + alias + " in the sign-in service",
                        new IllegalStateException(alias)));
        ObjectNode changed = there.deepCopy();
        changed.put("enabled", enabled);
        ObjectNode config = changed.withObject("config");
        put.forEach(config::put);
        remove.forEach(config::remove);
        if (!changed.equals(there)) {
            keycloak.put(changed, PROVIDERS, INSTANCES, alias);
        }
    }
}
