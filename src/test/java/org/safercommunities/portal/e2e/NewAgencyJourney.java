package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.agencies.sharing.SharingAgreements;
import org.safercommunities.portal.keycloak.OutsideRealm;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agency that nobody has heard of is added by the form alone, tried, let in, and one of its people signs in. */
@PortalIT
@WithKeycloak
class NewAgencyJourney {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private PersonList people;

    @Autowired
    private SharingAgreements agreements;

    @Autowired
    private JdbcClient jdbc;

    private Visitor administrator;
    private Visitor tester;
    private Visitor warden;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        administrator = new Visitor();
        tester = new Visitor();
        warden = new Visitor();
    }

    @AfterEach
    void leave() {
        administrator.close();
        tester.close();
        warden.close();
    }

    @Test
    void fromTheFormToTheFirstSignInOfOneOfItsPeople() throws IOException {
        String some = UUID.randomUUID().toString().substring(0, 8);
        String name = "Kent Wardens " + some;
        String domain = "wardens-" + some + ".example";
        Instant began = Instant.now();
        // The agency's IT, told the redirect address that the form shows
        OutsideRealm outside = OutsideRealm.oidc("kent-" + some, "kent-wardens-" + some);
        outside.person("tester@" + domain, "Aspen", "Ridge");
        outside.person("warden@" + domain, "Cedar", "Vale");

        administrator.open("/admin/agencies");
        administrator.signIn("admin@kcst.example");
        administrator.sees("Agencies");
        button(administrator, "Add agency").click();
        field(administrator, "Name").fill(name);
        field(administrator, "Email domains").fill(domain);
        field(administrator, "Who answers for the agency").fill("Cedar Vale");
        field(administrator, "Their email address").fill("warden@" + domain);
        administrator.page.getByLabel("Its own sign-in, by OpenID Connect").check();
        assertThat(administrator.page.getByText(outside.redirectAddress())).isVisible();
        field(administrator, "Address of the discovery document").fill(outside.discovery());
        field(administrator, "Client ID").fill(OutsideRealm.CLIENT);
        administrator.page.getByLabel("Client secret").fill(OutsideRealm.SECRET);
        administrator.everybodyCanUse("agency-new");
        button(administrator, "Add agency").last().click();
        administrator.sees(name);

        button(administrator, "Open it for a trial").click();
        String link = field(administrator, "Link for the trial").inputValue();
        administrator.everybodyCanUse("agency-on-trial");
        assertThat(link).startsWith(PortalServices.portalUrl());
        tester.page.navigate(link);
        outsideSignIn(tester, "tester@" + domain);
        tester.sees("The new sign-in works");
        assertThat(tester.page.getByText("tester@" + domain)).isVisible();
        tester.everybodyCanUse("agency-trial-result");
        // Whatever they try: as long as Keycloak remembers them they are told the same again, and after that are nobody
        tester.open("/library");
        tester.page.waitForURL(Pattern.compile(".*(/sign-in-trial|/realms/safer-communities/).*"));
        assertThat(people.findByEmail("tester@" + domain)).isEmpty();

        button(administrator, "See what arrived").click();
        button(administrator, "Let its people in").click();
        assertThat(administrator
                        .page
                        .getByText("Own sign-in (kent-wardens-" + some + ")")
                        .last())
                .isVisible();

        warden.open("/");
        warden.signInThroughAgency("warden@" + domain);
        warden.arrivesAt("/");
        warden.sees("Cedar");
        assertThat(people.findByEmail("warden@" + domain).orElseThrow().agency())
                .isEqualTo("kent-wardens-" + some);
        assertThat(Duration.between(began, Instant.now())).isLessThan(FIVE_MINUTES);
        untilTheirAgencySigns(some);
    }

    /** They are let in, but what is OFFICIAL-SENSITIVE waits for their agency's signature, and they are told so in its place. */
    private void untilTheirAgencySigns(String version) throws IOException {
        UUID document = sensitiveForEverybody();
        agreements.addVersion(version, Reader.portal());
        inForce(version, "UTC_TIMESTAMP(6) - INTERVAL 1 DAY");
        try {
            warden.open("/library/" + document);
            warden.sees("This document cannot be opened");
            warden.everybodyCanUse("document-not-signed");
            warden.open("/library");
            assertThat(warden.page.getByText("Documents marked OFFICIAL-SENSITIVE are not shown to you."))
                    .isVisible();
            agreements.sign("kent-wardens-" + version, version, Dates.today(), "The chief", null, Reader.portal());
            warden.open("/library/" + document);
            warden.sees("What only signatories read");
            administrator.open("/admin/sharing");
            administrator.sees("Information sharing");
            administrator.everybodyCanUse("sharing");
        } finally {
            inForce(version, "NULL");
        }
    }

    private void inForce(String version, String from) {
        jdbc.sql("UPDATE sharing_agreement SET in_force_from = " + from + " WHERE version = ?")
                .param(version)
                .update();
    }

    private UUID sensitiveForEverybody() throws IOException {
        Somebody somebody = new Somebody(portal);
        Reader editor = somebody.of(somebody.agency("Editors"), Role.EDITOR);
        Library library = portal.getBean(Library.class);
        byte[] words = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        UUID document = library.draft(
                portal.getBean(Intake.class).take(new ByteArrayInputStream(words), "words.txt"),
                new DocumentDescription(
                        "What only signatories read",
                        "",
                        "other",
                        Set.of(),
                        Marking.OFFICIAL_SENSITIVE,
                        null,
                        Audience.ofEveryone(),
                        null),
                editor);
        library.publish(document, editor);
        return document;
    }

    private static void outsideSignIn(Visitor visitor, String email) {
        visitor.page.waitForURL(Pattern.compile(".*/realms/kent-.*"));
        visitor.page.locator("input[name=username]").fill(email);
        visitor.page.locator("input[name=password]").fill(Partners.PASSWORD);
        visitor.page.locator("#kc-login").click();
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Visitor visitor, String name) {
        return visitor.page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
