package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.keycloak.Calls;
import org.safercommunities.portal.keycloak.OneTimeCode;
import org.safercommunities.portal.support.Accessibility;
import org.safercommunities.portal.support.Browsers;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;

/**
 * Keycloak's pages in a browser: what they say, and that everybody can use them on any screen. The portal's own answers are
 * played here, so that only the pages are tried.
 */
@WithKeycloak
class SignInPagesJourney {

    private static final String PASSWORD = "Demo-2026!";
    private static final Pattern LINK =
            Pattern.compile("http://localhost:\\d+/realms/\\S+/action-token\\?key=[^\\s\"]+");

    private static Browsers browsers;
    private static Browser browser;
    private BrowserContext window;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        browsers = new Browsers();
        browser = browsers.browser();
    }

    @AfterAll
    static void closeBrowser() {
        browsers.close();
    }

    @BeforeEach
    void openWindow() {
        openWindow(true);
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void theFirstPageAsksForTheEmailAndSaysWhereItLeads() {
        startSignIn();
        assertThat(page).hasTitle("Sign in – Safer Communities");
        assertThat(page.getByLabel("Work email address")).isFocused();
        assertThat(page.getByText("Your agency’s own sign-in page")).isVisible();
        assertThat(page.getByText("My agency is not known here"))
                .hasAttribute("href", PortalServices.portalUrl() + "/ask-for-access");
        everybodyCanUseIt();
    }

    @Test
    void whatIsNotAnEmailIsSaidAtTheField() {
        startSignIn();
        page.getByLabel("Work email address").fill("my name");
        page.getByText("Continue").click();
        assertThat(page.getByLabel("Work email address")).isFocused();
        assertThat(page.getByLabel("Work email address"))
                .hasAccessibleDescription(Pattern.compile(".*Enter your work email address, like name@council.gov.uk"));
        everybodyCanUseIt();
    }

    @Test
    void thePagesWorkWithoutScripts() {
        window.close();
        openWindow(false);
        startSignIn();
        page.getByLabel("Work email address").fill("someone@charity.example");
        page.locator("#kc-login").click();
        assertThat(page.getByLabel("Portal password")).isVisible();
        assertThat(page.locator("#ask-for-access")).isVisible();
    }

    @Test
    void anUnknownDomainIsExplainedAndOffersToAsk() {
        continueAs("someone@charity.example");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("charity.example is not an agency we know.");
        assertThat(page.locator(".button-primary"))
                .hasAttribute("href", PortalServices.portalUrl() + "/ask-for-access?email=someone%40charity.example");
        everybodyCanUseIt();
    }

    @Test
    void aWrongPasswordIsSaidAtTheField() {
        continueAs("practitioner@dover.example");
        assertThat(page.getByText("Dover District Council signs in here")).isVisible();
        page.getByLabel("Portal password").fill("something else");
        page.locator("#kc-login").click();
        assertThat(page.getByLabel("Portal password"))
                .hasAccessibleDescription(Pattern.compile(".*That email or password is not right.*"));
        assertThat(page.getByLabel("Work email address")).hasValue("practitioner@dover.example");
        everybodyCanUseIt();
    }

    @Test
    void aForgottenPasswordIsReplacedByALinkInAMail() throws Exception {
        String email = newPerson();
        continueAs(email);
        page.getByText("I have forgotten my password").click();
        assertThat(page).hasTitle("Forgotten password – Safer Communities");
        everybodyCanUseIt();
        page.getByText("Send the link").click();
        assertThat(page.locator(".notice-success")).containsText("an email with a link is on its way");
        everybodyCanUseIt();

        page.navigate(linkIn("Choose a new password for Safer Communities", email));
        everybodyCanUseIt();
        choosePassword("short");
        assertThat(page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)))
                .hasAccessibleDescription(Pattern.compile(".*Too short: use at least 12 characters.*"));
        everybodyCanUseIt();
        choosePassword("Kent-Police-2026");
        assertThat(page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true)))
                .hasAccessibleDescription(Pattern.compile(".*one of those that attackers try first.*"));
        everybodyCanUseIt();
        page.waitForRequest(
                request -> request.url().startsWith(PortalServices.portalUrl()),
                () -> choosePassword("three words hidden"));
    }

    @Test
    void anAuthenticatorAppIsSetUpAndRemovedFromTheAccount() {
        String email = newPerson();
        continueAs(email);
        page.getByLabel("Portal password").fill("three words known");
        leaves(() -> page.locator("#kc-login").click());
        page.navigate(signIn(callback()) + "&kc_action=CONFIGURE_TOTP");
        assertThat(page).hasTitle("Set up an authenticator app – Safer Communities");
        everybodyCanUseIt();
        page.getByText("I cannot scan it").click();
        everybodyCanUseIt();
        page.locator("#saveTOTPBtn").click();
        assertThat(page.getByLabel("One-time code"))
                .hasAccessibleDescription(Pattern.compile(".*Enter the code from your authenticator app.*"));
        everybodyCanUseIt();
        OneTimeCode app = new OneTimeCode(page.locator("#totpSecret").inputValue());
        page.getByLabel("One-time code").fill(app.now());
        leaves(() -> page.locator("#saveTOTPBtn").click());

        page.navigate(signIn(callback()) + "&kc_action=delete_credential:" + app.idOf(email));
        assertThat(page).hasTitle("Enter your one-time code – Safer Communities");
        page.getByLabel("One-time code").fill("000000");
        page.locator("#kc-login").click();
        assertThat(page.getByLabel("One-time code"))
                .hasAccessibleDescription(Pattern.compile(".*That code is not right.*"));
        everybodyCanUseIt();
        page.getByLabel("One-time code").fill(app.next());
        page.locator("#kc-login").click();
        assertThat(page).hasTitle("Remove your authenticator app? – Safer Communities");
        everybodyCanUseIt();
        leaves(() -> page.getByText("Remove it").click());
    }

    private void leaves(Runnable action) {
        page.waitForRequest(request -> request.url().startsWith(callback()), action);
        page.waitForCondition(() -> !page.url().startsWith(PortalServices.keycloakUrl()));
        page.waitForLoadState();
    }

    private static String callback() {
        return PortalServices.portalUrl() + "/login/oauth2/code/keycloak";
    }

    @Test
    void anInvitedPersonSetsUpTheAccount() throws Exception {
        String email = newPerson();
        Calls calls = Calls.asPortal();
        String id = calls.get("/safer-communities/users?exact=true&email=" + email)
                .body()
                .get(0)
                .path("id")
                .asString();
        calls.put(
                "/safer-communities/users/" + id + "/execute-actions-email?client_id=portal",
                List.of("UPDATE_PASSWORD"));
        page.navigate(linkIn("Set up your Safer Communities account", email));
        assertThat(page).hasTitle("Set up your account – Safer Communities");
        everybodyCanUseIt();
        page.getByText("Continue").click();
        choosePassword("three words hidden");
        assertThat(page).hasTitle("All done – Safer Communities");
        assertThat(page.getByText("Go to the portal")).hasAttribute("href", PortalServices.portalUrl() + "/");
        everybodyCanUseIt();
    }

    @Test
    void anAddressThatIsNotTheAgencysIsRefusedAndOffersToAsk() {
        throughKentPolice("stray@elsewhere.example");
        assertThat(page).hasTitle("This address cannot be used – Safer Communities");
        assertThat(page.locator("main")).containsText("Addresses of Kent Police end in @kentpolice.example");
        everybodyCanUseIt();
    }

    @Test
    void anAccountIsJoinedWithAnAgencysSignInOnlyByItsOwner() {
        String email = "both-" + UUID.randomUUID() + "@kentpolice.example";
        Calls.asPortal().post("/safer-communities/users", person(email, "three words known"));
        Calls.asAdministrator().post("/kent-police/users", person(email, PASSWORD));
        throughKentPolice(email);
        assertThat(page).hasTitle("You already have an account – Safer Communities");
        everybodyCanUseIt();
        page.getByText("Join the two").click();
        assertThat(page).hasTitle("Look at your email – Safer Communities");
        everybodyCanUseIt();
    }

    @Test
    void signingOutFromOutsideThePortalAsksFirst() {
        continueAs("practitioner@dover.example");
        page.getByLabel("Portal password").fill(PASSWORD);
        page.waitForRequest(
                request -> request.url().startsWith(PortalServices.portalUrl() + "/login/oauth2/code/"),
                () -> page.locator("#kc-login").click());
        // Where no portal runs, the browser is to have said so before it goes elsewhere
        page.waitForCondition(() -> !page.url().startsWith(PortalServices.keycloakUrl()));
        page.waitForLoadState();
        page.navigate(realm() + "/protocol/openid-connect/logout?client_id=portal");
        assertThat(page).hasTitle("Sign out? – Safer Communities");
        everybodyCanUseIt();
        page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasTitle("You are signed out – Safer Communities");
        everybodyCanUseIt();
    }

    @Test
    void errorsSayWhatToDo() {
        page.navigate(signIn("https://elsewhere.example/"));
        assertThat(page).hasTitle("Error: That did not work – Safer Communities");
        assertThat(page.getByText("Start again")).hasAttribute("href", PortalServices.portalUrl() + "/");
        everybodyCanUseIt();
        continueAs("practitioner@dover.example");
        String form = page.locator("#kc-form-login").getAttribute("action");
        page.navigate(form.replaceAll("execution=[^&]+", "execution=" + UUID.randomUUID()));
        assertThat(page).hasTitle("This page has expired – Safer Communities");
        everybodyCanUseIt();
    }

    @Test
    void theAgenciesOfTheDemonstrationHavePagesOfTheirOwn() {
        continueAs("officer@kentpolice.example");
        assertThat(page).hasTitle("Sign in – Kent Police");
        assertThat(page.getByLabel("Work email address")).hasValue("officer@kentpolice.example");
        everybodyCanUseIt();
        continueAs("warden@kcc.example");
        assertThat(page).hasTitle("Sign in – Kent County Council");
        everybodyCanUseIt();
    }

    private void openWindow(boolean scripts) {
        window = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
        window.route(PortalServices.portalUrl() + "/**", SignInPagesJourney::portalAnswers);
        page = window.newPage();
    }

    private static void portalAnswers(Route route) {
        boolean known = route.request().url().endsWith("/dover.example");
        route.fulfill(new Route.FulfillOptions()
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setContentType("application/json")
                .setBody(
                        known
                                ? "{\"known\": true, \"agency\": \"Dover District Council\", \"signsInHere\": true}"
                                : "{\"known\": false}"));
    }

    private void startSignIn() {
        page.navigate(signIn(PortalServices.portalUrl() + "/login/oauth2/code/keycloak"));
    }

    private void continueAs(String email) {
        startSignIn();
        page.getByLabel("Work email address").fill(email);
        page.locator("#kc-login").click();
        page.getByLabel(Pattern.compile("password$", Pattern.CASE_INSENSITIVE))
                .first()
                .waitFor();
    }

    private void throughKentPolice(String email) {
        continueAs("someone@kentpolice.example");
        page.getByLabel("Work email address").fill(email);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.locator("#kc-login").click();
    }

    private void choosePassword(String password) {
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(password);
        page.getByLabel("The same password again").fill(password);
        page.getByText("Save password").click();
    }

    /** On a telephone by night and at a desk by day: axe finds nothing and nothing sticks out sideways. */
    private void everybodyCanUseIt() {
        for (int width : List.of(320, 1440)) {
            page.setViewportSize(width, 800);
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(width == 320 ? ColorScheme.DARK : ColorScheme.LIGHT));
            assertThat(Accessibility.broken(page))
                    .as("%s at %d px", page.title(), width)
                    .isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s fits %d px", page.title(), width)
                    .isTrue();
        }
    }

    private static String newPerson() {
        String email = "new-" + UUID.randomUUID() + "@mail.example";
        assertThat(Calls.asPortal()
                        .post("/safer-communities/users", person(email, "three words known"))
                        .status())
                .isEqualTo(201);
        return email;
    }

    private static Map<String, Object> person(String email, String password) {
        return Map.of(
                "username",
                email,
                "email",
                email,
                "emailVerified",
                true,
                "firstName",
                "Moss",
                "lastName",
                "Heath",
                "enabled",
                true,
                "credentials",
                List.of(Map.of("type", "password", "value", password)));
    }

    private static String linkIn(String subject, String recipient) throws Exception {
        MailSink.Received mail = PortalServices.mailSink()
                .await(
                        received -> received.recipient().equals(recipient)
                                && received.subject().equals(subject),
                        Duration.ofSeconds(20));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.message().writeTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8)
                .replaceAll("=\\r?\\n", "")
                .replace("=3D", "=");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as("link in the mail").isTrue();
        return link.group();
    }

    private static String signIn(String redirect) {
        return realm() + "/protocol/openid-connect/auth?client_id=portal&response_type=code&scope=openid&state=s"
                + "&code_challenge_method=S256&code_challenge=dnaPHvIvW7lKCBMM3wFRkq2HMf5rO3N_xQjRi2v3JX8&redirect_uri="
                + redirect;
    }

    private static String realm() {
        return PortalServices.keycloakUrl() + "/realms/" + PortalServices.REALM;
    }
}
