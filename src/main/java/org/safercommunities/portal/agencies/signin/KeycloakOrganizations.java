package org.safercommunities.portal.agencies.signin;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/**
 * Makes an agency's organization in Keycloak what it should be, and its provider lead there. Each step leaves alone what is right
 * already.
 */
@Component
class KeycloakOrganizations {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORGANIZATIONS = "organizations";

    /** For an organization with several domains: each of them leads to its provider. */
    private static final String ANY_OF_ITS_DOMAINS = "ANY";

    private final KeycloakCalls keycloak;
    private final KeycloakProviders providers;
    private final String portal;

    KeycloakOrganizations(KeycloakCalls keycloak, KeycloakProviders providers, @Value("${portal.url}") String portal) {
        this.keycloak = keycloak;
        this.providers = providers;
        this.portal = PortalAddress.withSlash(portal);
    }

    boolean bring(AgencyInKeycloak wanted, @Nullable String secret) {
        try {
            String organization = organization(wanted);
            AgencyInKeycloak.Provider provider = wanted.provider();
            boolean made = provider == null || providers.make(wanted, provider, secret);
            onlyTheLiveOneLeadsThere(wanted, organization);
            providers.nothingElseIsOn(wanted);
            if (provider != null && made && !provider.alias().equals(wanted.live())) {
                providers.change(
                        provider.alias(),
                        provider.enabled(),
                        Map.of(),
                        Set.of(ProviderSettings.DOMAIN, ProviderSettings.REDIRECT));
            }
            return made;
        } catch (AccountsUnavailable away) {
            if (away.getCause() instanceof IllegalStateException) {
                throw away;
            }
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

    private void onlyTheLiveOneLeadsThere(AgencyInKeycloak wanted, String organization) {
        String live = wanted.live();
        Set<String> linked = keycloak.list(ORGANIZATIONS, organization, "identity-providers").stream()
                .map(one -> one.path("alias").asString())
                .collect(Collectors.toSet());
        for (String alias : linked) {
            if (!alias.equals(live)) {
                providers.change(alias, false, Map.of(), Set.of(ProviderSettings.DOMAIN, ProviderSettings.REDIRECT));
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
        providers.change(
                live,
                wanted.active(),
                Map.of(ProviderSettings.DOMAIN, domain, ProviderSettings.REDIRECT, "true"),
                Set.of());
    }
}
