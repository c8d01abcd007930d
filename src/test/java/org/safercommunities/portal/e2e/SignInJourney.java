package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.PersonSummary;
import org.safercommunities.portal.keycloak.KeycloakSessions;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Coming in by each door, and going out. */
@PortalIT
@WithKeycloak
class SignInJourney {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private PersonList people;

    private Visitor visitor;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        visitor = new Visitor();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    @Test
    void somebodyWithAPortalPasswordComesInAndTheirDeepLinkSurvives() {
        visitor.open("/library?topic=road-safety&sort=newest");
        visitor.signIn("practitioner@dover.example");
        visitor.page.waitForURL(Pattern.compile(".*/library\\?topic=road-safety&sort=newest"));
        visitor.sees("Library");
    }

    @Test
    void anOfficerComesInThroughTheirOwnAgencyByOidcAndBecomesItsPractitioner() {
        visitor.open("/");
        visitor.signInThroughAgency("sergeant@kentpolice.example");
        visitor.arrivesAt("/");
        visitor.sees("Thistle");
        PersonSummary person = people.findByEmail("sergeant@kentpolice.example").orElseThrow();
        assertThat(person.agency()).isEqualTo("kent-police");
        assertThat(person.roles()).isEmpty();
        visitor.everybodyCanUse("home-practitioner");
    }

    @Test
    void aWardenComesInThroughTheirOwnAgencyBySaml() {
        visitor.open("/");
        visitor.signInThroughAgency("officer2@kcc.example");
        visitor.arrivesAt("/");
        visitor.sees("Fern");
        assertThat(people.findByEmail("officer2@kcc.example").orElseThrow().agency())
                .isEqualTo("kent-county-council");
    }

    @Test
    void anUnknownDomainLeadsToAWayToAsk() {
        visitor.open("/");
        visitor.page.getByLabel("Work email address").fill("someone@unknown-charity.example");
        visitor.page.locator("#kc-login").click();
        assertThat(visitor.page.getByRole(AriaRole.STATUS))
                .containsText("unknown-charity.example is not an agency we know");
        visitor.page.locator("#ask-for-access, .button-primary").first().click();
        visitor.page.waitForURL(Pattern.compile(".*/ask-for-access.*"));
        visitor.page.locator("h1").waitFor();
        visitor.everybodyCanUse("ask-for-access");
    }

    @Test
    void signingOutEndsTheSessionAtKeycloakToo() {
        visitor.open("/");
        visitor.signIn("practitioner@swale.example");
        visitor.arrivesAt("/");
        visitor.page
                .getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName(Pattern.compile("Sorrel Marsh.*")))
                .click();
        visitor.page.getByText("Sign out").last().click();
        visitor.page.waitForURL(Pattern.compile(".*/realms/safer-communities/.*"));
        visitor.open("/library");
        assertThat(visitor.page.getByLabel("Work email address")).isVisible();
    }

    @Test
    void aSessionEndedAtKeycloakEndsHereAndTheOpenPageSaysSo() {
        visitor.open("/");
        visitor.signIn("practitioner@dover.example");
        visitor.arrivesAt("/");
        visitor.sees("Rowan");
        KeycloakSessions.endAllOf("practitioner@dover.example");
        assertThat(visitor.page.locator("#signed-out")).hasText("You have been signed out");
        assertThat(visitor.page.getByText("New for you")).isHidden();
        visitor.open("/library");
        assertThat(visitor.page.getByLabel("Work email address")).isVisible();
    }
}
