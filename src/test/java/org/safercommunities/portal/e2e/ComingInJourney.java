package org.safercommunities.portal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.AgencyDescription;
import org.safercommunities.portal.agencies.People;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.support.Accessibility;
import org.safercommunities.portal.support.Browsers;
import org.safercommunities.portal.support.Pictures;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody unknown asks for access, an administrator lets them in, they choose a password and are where they wanted to be. */
@PortalIT
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComingInJourney {

    private static final String PORTAL = PortalServices.portalUrl();
    private static final String PASSWORD = "three words hidden";
    private static final Pattern LINK =
            Pattern.compile("http://localhost:\\d+/realms/\\S+/action-token\\?key=[^\\s\"]+");
    /** A subject of the demo realm: the administrator. */
    private static final String ADMIN_SUBJECT = "5afe0000-0000-4000-8000-000000000003";

    private final Browsers browsers = new Browsers();
    private final String email = "coming-in-" + UUID.randomUUID() + "@charity.example";

    @Autowired
    Agencies agencies;

    @Autowired
    People people;

    @Autowired
    PersonList list;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeAll
    void open() {
        if (agencies.find("coming-in-charity").isEmpty()) {
            agencies.create(new AgencyDescription("Coming In Charity", null, Set.of()), Reader.portal());
        }
        UUID admin = list.findByEmail("admin@kcst.example")
                .map(person -> person.id())
                .orElseGet(() -> people.name(
                        "admin@kcst.example", "Linden Oast", "coming-in-charity", ADMIN_SUBJECT, Reader.portal()));
        people.giveRoles(admin, Set.of(Role.ADMINISTRATOR, Role.EDITOR), Reader.portal());
        browser = browsers.browser();
    }

    @AfterAll
    void close() {
        browsers.close();
    }

    private BrowserContext context(int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        context.setDefaultTimeout(60_000);
        return context;
    }

    private static void look(Page page, String name) {
        Pictures.take(page, "coming-in", name);
        assertThat(Accessibility.broken(page)).as(name).isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo((Integer) page.evaluate("window.innerWidth"));
    }

    private static void heading(Page page, String words) {
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(words).setLevel(1))
                .waitFor();
    }

    @ParameterizedTest
    @CsvSource({"320,LIGHT", "320,DARK", "1440,LIGHT", "1440,DARK"})
    void publicPagesAreAccessible(int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme)) {
            Page page = context.newPage();
            page.navigate(PORTAL + "/ask-for-access?email=rowan@charity.example");
            heading(page, "Ask for access");
            assertThat(page.getByLabel("Work email address").inputValue()).isEqualTo("rowan@charity.example");
            look(page, "ask-%d-%s".formatted(width, scheme));
            page.getByText("Send request").click();
            page.getByText("There are 3 problems").waitFor();
            look(page, "ask-faults-%d-%s".formatted(width, scheme));
            page.navigate(PORTAL + "/sign-in-refused?reason=no-agency");
            heading(page, "We do not know your agency yet");
            look(page, "refused-%d-%s".formatted(width, scheme));
        }
    }

    @Test
    void fromAskingToBeingIn() {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(PORTAL + "/ask-for-access?email=" + email);
            page.getByLabel("Your name").fill("Rowan Weald");
            page.getByLabel("Organisation you work for").fill("Coming In Charity");
            page.getByLabel("What you need the portal for").fill("Guidance on home visits");
            page.getByText("Send request").click();
            page.getByRole(
                            AriaRole.HEADING,
                            new Page.GetByRoleOptions().setName("Thank you").setLevel(1))
                    .or(page.getByText("very quick"))
                    .first()
                    .waitFor();
            if (page.getByText("very quick").count() > 0) {
                page.getByText("Send request", new Page.GetByTextOptions().setExact(true))
                        .click();
            }
            page.getByText("We have sent a mail to").waitFor();
            look(page, "thanks-1440");
        }
        for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : new int[] {320, 1440}) {
                administrator(width, scheme);
            }
        }
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            letIn(context.newPage());
        }
        mail("You can use the portal now");
        try (BrowserContext context = context(320, ColorScheme.DARK)) {
            comeIn(context.newPage());
        }
    }

    private MailSink.Received mail(String subject) {
        return PortalServices.mailSink()
                .await(
                        mail -> mail.recipient().equals(email) && mail.subject().equals(subject),
                        Duration.ofSeconds(40));
    }

    private void comeIn(Page page) {
        String link = linkIn(mail("Set up your Safer Communities account"));
        page.navigate(link);
        page.getByText("Continue").click();
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(PASSWORD);
        page.getByLabel("The same password again").fill(PASSWORD);
        page.getByText("Save password").click();
        page.getByText("Your account is ready").waitFor();
        page.navigate(link);
        page.getByText("This link has been used already").waitFor();
        look(page, "link-used-320");
        page.navigate(PORTAL + "/library?sort=newest");
        page.locator("#username").fill(email);
        page.locator("#kc-login").click();
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(PORTAL + "/library?sort=newest");
        heading(page, "Library");
    }

    private static String linkIn(MailSink.Received mail) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            mail.message().writeTo(bytes);
            String text = bytes.toString(StandardCharsets.UTF_8)
                    .replaceAll("=\\r?\\n", "")
                    .replace("=3D", "=");
            Matcher link = LINK.matcher(text);
            assertThat(link.find()).as("link in the mail").isTrue();
            return link.group();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void administrator(int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme)) {
            Page page = context.newPage();
            signIn(page, "/admin/requests");
            heading(page, "Access requests");
            look(page, "requests-%d-%s".formatted(width, scheme));
            page.navigate(PORTAL + "/admin/mail");
            heading(page, "Mail");
            look(page, "mail-%d-%s".formatted(width, scheme));
        }
    }

    private void letIn(Page page) {
        signIn(page, "/admin/requests");
        page.locator("li", new Page.LocatorOptions().setHasText(email))
                .getByText("Rowan Weald")
                .click();
        heading(page, "Request of Rowan Weald");
        look(page, "request-1440");
        page.setViewportSize(320, 900);
        look(page, "request-320");
        page.setViewportSize(1440, 900);
        page.getByText("Add their organisation").click();
        page.getByLabel("Email domains").waitFor();
        look(page, "request-agency-missing-1440");
        String added = "Added Charity " + email;
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(added);
        page.getByText("Add agency", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("The agency has been added.").waitFor();
        assertThat(page.getByLabel("Agency they belong to").inputValue()).isEqualTo(added);
        page.getByText("Let in", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Let in.", new Page.GetByTextOptions().setExact(true)).waitFor();
        look(page, "request-answered-1440");
    }

    private static void signIn(Page page, String path) {
        page.navigate(PORTAL + path);
        page.locator("#username").fill("admin@kcst.example");
        page.locator("#kc-login").click();
        page.locator("#password").fill("Demo-2026!");
        page.locator("#kc-login").click();
        page.waitForURL(PORTAL + path + "**");
    }
}
