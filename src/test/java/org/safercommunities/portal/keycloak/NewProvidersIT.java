package org.safercommunities.portal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.providers.AgenciesInStep;
import org.safercommunities.portal.agencies.providers.AgencyContact;
import org.safercommunities.portal.agencies.providers.AgencyOnboarding;
import org.safercommunities.portal.agencies.providers.AgencySignIn;
import org.safercommunities.portal.agencies.providers.NewSignIn;
import org.safercommunities.portal.agencies.providers.SamlNames;
import org.safercommunities.portal.agencies.providers.SignInTrials;
import org.safercommunities.portal.agencies.providers.SignInWish;
import org.safercommunities.portal.agencies.providers.TrialReport;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;

/** What the portal makes of an agency in Keycloak: from the form to the first sign-in, and whatever is changed afterwards. */
@PortalIT
@WithKeycloak
@SuppressWarnings("NullAway.Init")
class NewProvidersIT {

    private static final Reader ADMINISTRATOR = Reader.portal();
    private static final AgencyContact CONTACT = new AgencyContact("Cedar Vale", "cedar@kent.example", "01622 000000");

    @Autowired
    private AgencyOnboarding onboarding;

    @Autowired
    private NewSignIn newSignIn;

    @Autowired
    private Agencies agencies;

    @Autowired
    private SignInTrials trials;

    @Autowired
    private AgenciesInStep inStep;

    @Autowired
    private JdbcClient jdbc;

    private final Calls calls = Calls.asAdministrator();
    private String some;
    private String slug;
    private String domain;

    @BeforeEach
    void anAgencyThatIsNotThereYet() {
        some = UUID.randomUUID().toString().substring(0, 8);
        slug = "outside-" + some;
        domain = "outside-" + some + ".example";
    }

    private AgencyDescription described() {
        return new AgencyDescription("Outside " + some, null, Set.of(domain));
    }

    private AgencySignIn state() {
        return onboarding.find(slug, ADMINISTRATOR).orElseThrow();
    }

    private JsonNode provider() {
        return calls.get("/safer-communities/identity-provider/instances/" + slug)
                .body();
    }

    private JsonNode organization() {
        return calls.get("/safer-communities/organizations?exact=true&search=" + domain)
                .body()
                .path(0);
    }

    @Test
    void aSamlProviderIsAddedTriedAndLetIn() {
        OutsideRealm outside = OutsideRealm.saml("saml-" + some, slug);
        outside.person("aspen@" + domain, "Aspen", "Ridge");
        onboarding.add(
                described(), CONTACT, new SignInWish.Saml(outside.metadata(), null, SamlNames.PLAIN), ADMINISTRATOR);

        assertThat(state().state()).isEqualTo("to-be-tried");
        assertThat(provider().path("enabled").asBoolean()).isFalse();
        assertThat(provider().path("trustEmail").asBoolean()).isTrue();
        assertThat(provider().path("hideOnLogin").asBoolean()).isTrue();
        assertThat(provider().path("firstBrokerLoginFlowAlias").asString()).isEqualTo("first broker login");
        JsonNode config = provider().path("config");
        assertThat(config.path("validateSignature").asString()).isEqualTo("true");
        assertThat(config.path("signingCertificate").asString()).isNotBlank();
        assertThat(config.has("metadataDescriptorUrl")).isFalse();
        assertThat(config.has("kc.org.domain")).isFalse();
        assertThat(organization().isMissingNode())
                .as("no domain leads there yet")
                .isTrue();
        assertThatThrownBy(() -> newSignIn.letIn(slug, ADMINISTRATOR)).isInstanceOf(InvalidEntry.class);

        newSignIn.openTrial(slug, ADMINISTRATOR);
        try (Visitor tester = new Visitor()) {
            JsonNode claims = tester.startTrial(slug)
                    .submit(Map.of("username", "aspen@" + domain, "password", SignInIT.PASSWORD))
                    .tokens()
                    .idClaims();
            assertThat(claims.has("organization")).isFalse();
            TrialReport report = trials.end(
                            claims.path("identity_provider").asString(),
                            claims.path("sub").asString(),
                            claims.path("email").asString(),
                            claims.path("given_name").asString(),
                            claims.path("family_name").asString())
                    .orElseThrow();
            assertThat(report.faults()).isEmpty();
            awaitGone(claims.path("sub").asString());
        }
        newSignIn.letIn(slug, ADMINISTRATOR);
        assertThat(state().state()).isEqualTo("live");
        try (Visitor visitor = Visitor.throughAgency("aspen@" + domain, "aspen@" + domain)) {
            JsonNode claims = visitor.tokens().idClaims();
            assertThat(claims.path("identity_provider").asString()).isEqualTo(slug);
            assertThat(claims.path("organization").path(0).asString()).isEqualTo(slug);
            assertThat(trials.end(slug, "x", "x@" + domain, "X", "Y"))
                    .as("in use, so no trial")
                    .isEmpty();
        }
    }

    private void awaitGone(String account) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (calls.get("/safer-communities/users/" + account).status() != 404) {
            assertThat(System.nanoTime())
                    .as("the account of the trial is still there")
                    .isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(300_000_000L);
        }
    }

    @Test
    void whatChangesAfterwardsChangesInKeycloakTooAndTheSecretIsNowhereElse() {
        OutsideRealm outside = OutsideRealm.oidc("oidc-" + some, slug);
        onboarding.add(
                described(),
                CONTACT,
                new SignInWish.Oidc(outside.discovery(), OutsideRealm.CLIENT, OutsideRealm.SECRET),
                ADMINISTRATOR);
        assertThat(state().needsSecret()).isFalse();
        assertThat(provider().path("config").path("validateSignature").asString())
                .isEqualTo("true");
        trials.end(slug, UUID.randomUUID().toString(), "moss@elsewhere.example", "Moss", "");
        assertThat(state().faults()).hasSize(2).first().asString().contains("elsewhere.example");
        trials.end(slug, UUID.randomUUID().toString(), "moss@" + domain, "Moss", "Heath");
        newSignIn.letIn(slug, ADMINISTRATOR);
        assertThat(provider().path("enabled").asBoolean()).isTrue();
        assertThat(provider().path("config").path("kc.org.domain").asString()).isEqualTo(domain);
        assertThat(organization().path("alias").asString()).isEqualTo(slug);

        onboarding.change(slug, "Renamed " + some, Set.of(domain, "also-" + domain), CONTACT, ADMINISTRATOR);
        assertThat(organization().path("name").asString()).isEqualTo("Renamed " + some);
        assertThat(provider().path("config").path("kc.org.domain").asString()).isEqualTo("ANY");

        agencies.end(slug, ADMINISTRATOR);
        assertThat(state().inStep()).isFalse();
        inStep.bring(slug);
        inStep.bring(slug);
        assertThat(state().inStep()).isTrue();
        assertThat(provider().path("enabled").asBoolean()).isFalse();
        assertThat(organization().path("enabled").asBoolean()).isFalse();
        agencies.reopen(slug, ADMINISTRATOR);
        inStep.bring(slug);
        assertThat(provider().path("enabled").asBoolean()).isTrue();

        onboarding.prepare(slug, new SignInWish.PortalAccounts(), ADMINISTRATOR);
        assertThat(provider().path("enabled").asBoolean()).isFalse();
        assertThat(agencies.find(slug).orElseThrow().identityProvider()).isNull();

        assertThat(jdbc.sql(
                                "SELECT CONCAT_WS(' ', agency, address, identity, client_id, settings, trouble) FROM agency_sign_in")
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(OutsideRealm.SECRET));
        assertThat(jdbc.sql("SELECT details FROM audit_row WHERE details LIKE ?")
                        .param("%" + OutsideRealm.SECRET + "%")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void onlyAdministratorsDoAnyOfThis() {
        Reader practitioner =
                new Reader(UUID.randomUUID(), "dover", Set.of("dover"), Set.of(), Set.of(Role.COORDINATOR));
        SignInWish none = new SignInWish.PortalAccounts();
        assertThatThrownBy(() -> onboarding.add(described(), CONTACT, none, practitioner))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> onboarding.change(slug, "X", Set.of(), CONTACT, practitioner))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> onboarding.prepare(slug, none, practitioner))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> newSignIn.giveSecret(slug, "x", practitioner))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> newSignIn.openTrial(slug, practitioner)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> newSignIn.letIn(slug, practitioner)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> onboarding.find(slug, practitioner)).isInstanceOf(AccessDeniedException.class);
    }
}
