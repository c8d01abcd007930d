package org.safercommunities.portal.agencies.signin;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.AccountsUnavailable;
import org.safercommunities.portal.agencies.providers.AgencyInKeycloak;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes an agency's organization and provider in Keycloak what they should be. Each step leaves alone what is right already. */
@Component
class KeycloakOrganizations {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORGANIZATIONS = "organizations";
    private static final String PROVIDERS = "identity-provider";
    private static final String INSTANCES = "instances";

    /** What Keycloak writes in place of a secret, and takes as: leave it. */
    private static final String LEAVE_SECRET = "**********";

    /** For an organization with several domains: each of them leads to its provider. */
    private static final String ANY_OF_ITS_DOMAINS = "ANY";

    private final KeycloakCalls keycloak;
    private final KeycloakProperties settings;
    private final String portal;

    KeycloakOrganizations(KeycloakCalls keycloak, KeycloakProperties settings, @Value("${portal.url}") String portal) {
        this.keycloak = keycloak;
        this.settings = settings;
        this.portal = PortalAddress.withSlash(portal);
    }

    boolean bring(AgencyInKeycloak wanted, @Nullable String secret) {
        try {
            String organization = organization(wanted);
            AgencyInKeycloak.Provider provider = wanted.provider();
            boolean made = provider == null || provider(wanted.name(), provider, secret);
            onlyTheLiveOneLeadsThere(wanted, organization);
            if (provider != null && made && !provider.alias().equals(wanted.live())) {
                change(
                        provider.alias(),
                        provider.enabled(),
                        Map.of(),
                        Set.of(ProviderSettings.DOMAIN, ProviderSettings.REDIRECT));
            }
            return made;
        } catch (AccountsUnavailable away) {
            throw away.getCause() instanceof HttpClientErrorException.Forbidden
                    ? new AccountsUnavailable(
                            "The sign-in service does not let the portal change providers: its account portal-admin needs the"
                                    + " right manage-identity-providers",
                            away)
                    : new AccountsUnavailable(
                            "The sign-in service cannot be reached. It is tried again by itself", away);
        } catch (HttpClientErrorException refused) {
            throw new AccountsUnavailable("The sign-in service refuses it (%s)".formatted(reason(refused)), refused);
        }
    }

    /** Only Keycloak's own short sentence: never what was sent. */
    private static String reason(HttpClientErrorException refused) {
        try {
            String said = JSON.readTree(refused.getResponseBodyAsString())
                    .path("errorMessage")
                    .asString("");
            return said.isEmpty() ? refused.getStatusCode().toString() : said;
        } catch (tools.jackson.core.JacksonException none) {
            return refused.getStatusCode().toString();
        }
    }

    private String organization(AgencyInKeycloak wanted) {
        ObjectNode should = JSON.createObjectNode()
                .put("name", wanted.name())
                .put("alias", wanted.slug())
                .put("enabled", wanted.active())
                .put("redirectUrl", portal);
        wanted.domains().stream()
                .sorted()
                .forEach(domain -> should.withArray("domains")
                        .addObject()
                        .put("name", domain)
                        .put("verified", true));
        should.withArray("domains");
        JsonNode there = find(wanted.slug());
        if (there == null) {
            keycloak.post(should, ORGANIZATIONS);
            return Objects.requireNonNull(find(wanted.slug())).path("id").asString();
        }
        String id = there.path("id").asString();
        ObjectNode full = (ObjectNode) keycloak.get(ORGANIZATIONS, id).orElseThrow();
        ObjectNode changed = full.deepCopy();
        changed.setAll(should);
        if (!changed.equals(full)) {
            keycloak.put(changed, ORGANIZATIONS, id);
        }
        return id;
    }

    private @Nullable JsonNode find(String alias) {
        return keycloak.list(ORGANIZATIONS).stream()
                .filter(one -> one.path("alias").asString("").equals(alias))
                .findFirst()
                .orElse(null);
    }

    /** Returns false when there is none and it cannot be made without a secret. */
    private boolean provider(String agency, AgencyInKeycloak.Provider wanted, @Nullable String secret) {
        JsonNode there = keycloak.get(PROVIDERS, INSTANCES, wanted.alias()).orElse(null);
        if (there != null && !there.path("providerId").asString().equals(wanted.type())) {
            keycloak.delete(PROVIDERS, INSTANCES, wanted.alias());
            there = null;
        }
        boolean oidc = wanted.type().equals("oidc");
        if (there == null && oidc && secret == null) {
            return false;
        }
        Map<String, String> config = new TreeMap<>(ProviderSettings.of(wanted, settings.issuer()));
        if (oidc) {
            config.put("clientSecret", secret == null ? LEAVE_SECRET : secret);
        }
        if (there == null) {
            ObjectNode made = JSON.createObjectNode()
                    .put("alias", wanted.alias())
                    .put("providerId", wanted.type())
                    .put("displayName", agency)
                    .put("enabled", wanted.enabled())
                    .put("trustEmail", true)
                    .put("storeToken", false)
                    .put("linkOnly", false)
                    .put("hideOnLogin", true)
                    // Never one that links accounts by their address
                    .put("firstBrokerLoginFlowAlias", "first broker login");
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

    private void onlyTheLiveOneLeadsThere(AgencyInKeycloak wanted, String organization) {
        String live = wanted.live();
        Set<String> linked = keycloak.list(ORGANIZATIONS, organization, "identity-providers").stream()
                .map(one -> one.path("alias").asString())
                .collect(Collectors.toSet());
        for (String alias : linked) {
            if (!alias.equals(live)) {
                change(alias, false, Map.of(), Set.of(ProviderSettings.DOMAIN, ProviderSettings.REDIRECT));
                keycloak.delete(ORGANIZATIONS, organization, "identity-providers", alias);
            }
        }
        if (live == null) {
            return;
        }
        if (!linked.contains(live)) {
            keycloak.post(live, ORGANIZATIONS, organization, "identity-providers");
        }
        String domain =
                wanted.domains().size() == 1 ? wanted.domains().iterator().next() : ANY_OF_ITS_DOMAINS;
        change(
                live,
                wanted.active(),
                Map.of(ProviderSettings.DOMAIN, domain, ProviderSettings.REDIRECT, "true"),
                Set.of());
    }

    /** Puts some settings in place of those that are there, and takes others away. */
    private void change(String alias, boolean enabled, Map<String, String> put, Set<String> remove) {
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
