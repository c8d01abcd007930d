package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the realms do against guessing, stealing and leading astray. */
class RealmDefencesTest {

    private static final Path REALMS = Path.of("keycloak/realms");
    private static final JsonNode PRODUCTION = read(REALMS.resolve("production/safer-communities.json"));

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> realms() throws IOException {
        try (Stream<Path> files = Files.walk(REALMS)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("realms")
    void whoeverGuessesPasswordsIsStoppedForAWhileAndNobodyIsLockedOutForGood(Path file) {
        JsonNode realm = read(file);
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("permanentLockout").asBoolean()).isFalse();
    }

    @Test
    void afterTenWrongOnesTheyWaitFromAMinuteToFifteen() {
        assertThat(PRODUCTION.path("failureFactor").asInt()).isLessThanOrEqualTo(10);
        assertThat(PRODUCTION.path("waitIncrementSeconds").asInt()).isGreaterThanOrEqualTo(60);
        assertThat(PRODUCTION.path("maxFailureWaitSeconds").asInt()).isEqualTo(900);
    }

    @Test
    void passwordsAreLongAndOtherwiseAsPeopleLike() {
        assertThat(PRODUCTION.path("passwordPolicy").asString())
                .contains(
                        "length(12)",
                        "maxLength(128)",
                        "notUsername",
                        "notEmail",
                        "notContainsUsername",
                        "passwordBlacklist(known-passwords.txt)",
                        // Whoever changes it gives the old one, however fresh the sign-in is
                        "maxAuthAge(0)")
                .doesNotContain("upperCase", "digits", "specialChars", "forceExpiredPasswordChange", "passwordAge");
        assertThat(PRODUCTION.path("registrationAllowed").asBoolean()).isFalse();
        assertThat(PRODUCTION.path("verifyEmail").asBoolean()).isTrue();
    }

    @Test
    void oneTimeCodesHaveSixDigitsRunOutAndWorkOnce() {
        assertThat(PRODUCTION.path("otpPolicyType").asString()).isEqualTo("totp");
        assertThat(PRODUCTION.path("otpPolicyDigits").asInt()).isGreaterThanOrEqualTo(6);
        assertThat(PRODUCTION.path("otpPolicyPeriod").asInt()).isLessThanOrEqualTo(30);
        assertThat(PRODUCTION.path("otpPolicyLookAheadWindow").asInt()).isLessThanOrEqualTo(1);
        assertThat(PRODUCTION.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
    }

    /** The second step is asked for each time: what it proves is as old as the token says, and no older. */
    @Test
    void theSecondStepIsNeverRemembered() {
        assertThat(PRODUCTION.path("browserFlow").asString()).isEqualTo("portal sign-in");
        assertThat(PRODUCTION.path("authenticatorConfig"))
                .filteredOn(config -> config.path("config")
                        .path("loa-condition-level")
                        .asString()
                        .equals("2"))
                .hasSize(2)
                .allSatisfy(config -> assertThat(
                                config.path("config").path("loa-max-age").asString())
                        .isEqualTo("0"));
    }

    @Test
    void sessionsCodesAndLinksEndAndRefreshTokensWorkOnce() {
        assertThat(PRODUCTION.path("ssoSessionIdleTimeout").asInt()).isLessThanOrEqualTo(3_600);
        assertThat(PRODUCTION.path("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(8 * 3_600);
        assertThat(PRODUCTION.path("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(PRODUCTION.path("accessCodeLifespan").asInt()).isLessThanOrEqualTo(60);
        assertThat(PRODUCTION.path("actionTokenGeneratedByUserLifespan").asInt())
                .isLessThanOrEqualTo(1_800);
        assertThat(PRODUCTION.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(PRODUCTION.path("refreshTokenMaxReuse").asInt()).isZero();
    }

    @Test
    void noClientHasMoreThanItNeedsAndPeopleComeBackToThePortalAlone() {
        for (JsonNode client : PRODUCTION.path("clients")) {
            String name = client.path("clientId").asString();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).as(name).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean())
                    .as(name)
                    .isFalse();
            assertThat(client.path("webOrigins").size()).as(name).isZero();
            if (client.path("standardFlowEnabled").asBoolean()) {
                assertThat(client.path("publicClient").asBoolean()).as(name).isFalse();
                assertThat(client.path("attributes")
                                .path("pkce.code.challenge.method")
                                .asString())
                        .as(name)
                        .isEqualTo("S256");
                assertThat(client.path("redirectUris")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())
                        .as(name)
                        .isEqualTo(List.of("${PORTAL_URL}/login/oauth2/code/keycloak"));
            }
        }
    }
}
