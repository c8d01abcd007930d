package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmsTest {

    private static final Path KEYCLOAK = Path.of("keycloak");
    private static final JsonNode PRODUCTION = realm("production/safer-communities");
    private static final JsonNode DEMO = realm("demo/safer-communities");

    private static JsonNode realm(String name) {
        try {
            return JsonMapper.shared().readTree(Files.readString(KEYCLOAK.resolve("realms/" + name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theDemonstrationHasEverySettingOfProduction() {
        assertThat(missing("", PRODUCTION, DEMO)).isEmpty();
    }

    @Test
    void productionHasNoPeopleNoProvidersAndNoClientThatTakesPasswords() {
        assertThat(PRODUCTION.path("users"))
                .allSatisfy(
                        user -> assertThat(user.has("serviceAccountClientId")).isTrue());
        assertThat(PRODUCTION.has("identityProviders")).isFalse();
        assertThat(PRODUCTION.path("clients"))
                .allSatisfy(client -> assertThat(
                                client.path("directAccessGrantsEnabled").asBoolean())
                        .isFalse());
        assertThat(PRODUCTION.path("organizations"))
                .allSatisfy(agency -> assertThat(agency.has("domains")).isFalse());
    }

    @Test
    void theDemonstrationAddsOneClientThatTakesPasswords() {
        assertThat(DEMO.path("clients"))
                .filteredOn(client -> client.path("directAccessGrantsEnabled").asBoolean())
                .extracting(client -> client.path("clientId").asString())
                .containsExactly("portal-cli");
    }

    /** Its tokens say that they were given for a password; one that came of a refresh token would lie. */
    @Test
    void scriptsGiveThePasswordForEachToken() {
        assertThat(DEMO.path("clients"))
                .filteredOn(client -> client.toString().contains("signed_in_at_issue"))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.path("clientId").asString()).isEqualTo("portal-cli");
                    assertThat(client.path("attributes")
                                    .path("use.refresh.tokens")
                                    .asString())
                            .isEqualTo("false");
                    assertThat(client.path("standardFlowEnabled").asBoolean()).isFalse();
                });
        assertThat(PRODUCTION.toString()).doesNotContain("signed_in_at_issue");
    }

    /** Without the default flow, or with an address taken over later, an agency could pass for another: keycloak/README.md. */
    @Test
    void everyProviderIsCheckedAtTheFirstSignInAndCannotChangeAnAddressLater() {
        assertThat(DEMO.path("identityProviders")).hasSize(3).allSatisfy(provider -> {
            assertThat(provider.path("firstBrokerLoginFlowAlias").asString()).isEqualTo("first broker login");
            assertThat(provider.path("postBrokerLoginFlowAlias").asString()).isEqualTo("portal after provider");
            assertThat(provider.path("config").path("syncMode").asString()).isEqualTo("IMPORT");
            assertThat(provider.path("config").path("validateSignature").asString())
                    .isEqualTo("true");
            assertThat(domainsOf(provider.path("alias").asString()))
                    .contains(provider.path("config").path("kc.org.domain").asString());
        });
        assertThat(DEMO.path("authenticationFlows"))
                .extracting(flow -> flow.path("alias").asString())
                .doesNotContain("first broker login");
        assertThat(DEMO.path("verifyEmail").asBoolean()).isTrue();
    }

    /** Keycloak says whether an address of a registered domain has an account, unless a provider takes it on from there. */
    @Test
    void onlyAgenciesWithAProviderHaveDomains() {
        assertThat(DEMO.path("organizations"))
                .filteredOn(agency -> agency.has("domains"))
                .allSatisfy(
                        agency -> assertThat(agency.path("identityProviders")).isNotEmpty())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens.css", "fonts/public-sans.woff2", "fonts/public-sans-ext.woff2", "icons/shield.svg"})
    void theSignInPagesHaveThePortalsOwnTokensFontsAndMark(String file) throws IOException {
        assertThat(KEYCLOAK.resolve("themes/safer-communities/login/resources").resolve(file))
                .hasSameBinaryContentAs(Path.of("frontend").resolve(file));
    }

    /** The realm's content security policy would refuse it. */
    @Test
    void noSignInPageHasAScriptInside() throws IOException {
        try (Stream<Path> pages = Files.walk(KEYCLOAK.resolve("themes/safer-communities/login"))) {
            assertThat(pages.filter(file -> file.toString().endsWith(".ftl")))
                    .isNotEmpty()
                    .allSatisfy(page -> assertThat(Files.readString(page))
                            .doesNotContainPattern("<script(?![^>]* src=)|\\son[a-z]+=\"|javascript:|\\sstyle=\""));
        }
    }

    private static List<String> domainsOf(String provider) {
        return DEMO.path("organizations")
                .valueStream()
                .filter(agency -> agency.path("identityProviders")
                        .valueStream()
                        .anyMatch(linked -> linked.path("alias").asString().equals(provider)))
                .flatMap(agency -> agency.path("domains").valueStream())
                .map(domain -> domain.path("name").asString())
                .toList();
    }

    /** Where the second lacks something of the first; things in a list are the same when their names are. */
    private static List<String> missing(String path, JsonNode wanted, JsonNode present) {
        List<String> missing = new ArrayList<>();
        if (wanted.isObject()) {
            wanted.propertyStream()
                    .forEach(entry -> missing.addAll(
                            missing(path + "/" + entry.getKey(), entry.getValue(), present.path(entry.getKey()))));
        } else if (wanted.isArray()) {
            wanted.valueStream()
                    .forEach(item -> missing.addAll(missing(path + "/" + name(item), item, same(item, present))));
        } else if (!wanted.equals(present)) {
            missing.add(path + " is " + present + " instead of " + wanted);
        }
        return missing;
    }

    private static JsonNode same(JsonNode item, JsonNode list) {
        return list.valueStream()
                .filter(candidate -> name(candidate).equals(name(item)))
                .findFirst()
                .orElse(JsonMapper.shared().missingNode());
    }

    private static String name(JsonNode item) {
        return Stream.of("clientId", "alias", "username", "name")
                .filter(item::has)
                .findFirst()
                .map(key -> item.path(key).asString())
                .orElseGet(item::toString);
    }
}
