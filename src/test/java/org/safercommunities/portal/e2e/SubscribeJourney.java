package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.Readership;
import org.safercommunities.portal.bulletins.Recipient;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody outside subscribes and stops again, by keyboard and with real mails; somebody with an account chooses; staff look after them. */
@PortalIT
@WithKeycloak
class SubscribeJourney {

    private static final Pattern LINK = Pattern.compile("(/subscribe/confirm/[A-Za-z0-9_-]+)");

    @Autowired
    private ApplicationContext portal;

    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final String domain = "charity-" + run + ".example";
    private final String email = "clover@" + domain;
    private Visitor stranger;
    private Visitor editor;
    private Visitor practitioner;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        stranger = new Visitor();
        editor = new Visitor();
        practitioner = new Visitor();
    }

    @AfterEach
    void leave() {
        stranger.close();
        editor.close();
        practitioner.close();
    }

    @Test
    void somebodyOutsideComesAndGoes() throws Exception {
        stranger.open("/subscribe");
        stranger.sees("Subscribe");
        stranger.everybodyCanUse("subscribe");
        Locator address = stranger.page.getByLabel("Work email address");
        address.fill(email);
        stranger.named(AriaRole.BUTTON, "Subscribe").focus();
        stranger.page.keyboard().press("Enter");
        assertThat(stranger.page.locator(".sc-errors")).containsText(domain + " is not among them yet");
        stranger.everybodyCanUse("subscribe-fault");

        theTeamAllowsTheDomain();
        stranger.named(AriaRole.BUTTON, "Subscribe").focus();
        stranger.page.keyboard().press("Enter");
        stranger.sees("Almost done: check your email");
        stranger.everybodyCanUse("subscribe-asked");

        String link = linkSentTo(email);
        stranger.open(link);
        stranger.sees("Confirm your subscription");
        stranger.everybodyCanUse("subscribe-confirm");
        assertThat(recipient(email, BulletinKind.NEWSLETTER))
                .as("before the button is pressed")
                .isEmpty();
        stranger.named(AriaRole.BUTTON, "Confirm").focus();
        stranger.page.keyboard().press("Enter");
        stranger.sees("Thank you: you are subscribed");
        stranger.everybodyCanUse("subscribe-confirmed");
        stranger.open(link);
        stranger.named(AriaRole.BUTTON, "Confirm").click();
        stranger.sees("This link works no more");
        stranger.everybodyCanUse("subscribe-late");

        stops(recipient(email, BulletinKind.NEWSLETTER).orElseThrow().link());
    }

    private void stops(String link) {
        stranger.open("/unsubscribe/" + link);
        stranger.sees("Unsubscribe");
        stranger.everybodyCanUse("unsubscribe");
        assertThat(recipient(email, BulletinKind.NEWSLETTER))
                .as("after looking")
                .isPresent();
        stranger.page.getByLabel("The newsletter, four times a year").focus();
        stranger.page.keyboard().press("Space");
        stranger.page.getByLabel("Road Safety").focus();
        stranger.page.keyboard().press("Space");
        stranger.named(AriaRole.BUTTON, "Save choice").focus();
        stranger.page.keyboard().press("Enter");
        stranger.sees("Your choice is saved");
        stranger.everybodyCanUse("unsubscribe-less");
        assertThat(recipient(email, BulletinKind.E_BULLETIN)).isEmpty();
        stranger.named(AriaRole.BUTTON, "Unsubscribe").click();
        stranger.sees("You are unsubscribed");
        stranger.everybodyCanUse("unsubscribe-done");
        assertThat(recipient(email, BulletinKind.NEWSLETTER)).isEmpty();
        stranger.named(AriaRole.BUTTON, "Undo: send me bulletins again").click();
        stranger.sees("You get bulletins again");
        assertThat(recipient(email, BulletinKind.NEWSLETTER)).isPresent();
        stranger.open("/unsubscribe/" + link);
        stranger.named(AriaRole.BUTTON, "Save choice").click();
        assertThat(stranger.page.locator(".sc-errors")).containsText("Tick the e-bulletin");
        stranger.everybodyCanUse("unsubscribe-fault");
    }

    private void theTeamAllowsTheDomain() {
        editor.open("/bulletins/subscribers");
        editor.signIn("editor@kcst.example");
        Locator box = editor.page.getByLabel("Domain to allow");
        box.waitFor();
        editor.sees("Subscribers");
        box.fill("no domain");
        box.press("Enter");
        // It is also read out, from a place of its own
        assertThat(editor.page.getByText("Enter what stands behind the @").first())
                .isVisible();
        box.fill(domain);
        box.press("Enter");
        assertThat(editor.page.getByText("People of " + domain + " may subscribe now."))
                .isVisible();
        assertThat(editor.named(AriaRole.BUTTON, "Withdraw " + domain)).isVisible();
    }

    @Test
    void theTeamLooksAfterSubscribers() {
        theTeamAllowsTheDomain();
        editor.everybodyCanUse("subscribers");
        editor.named(AriaRole.BUTTON, "Add subscriber").click();
        editor.named(AriaRole.BUTTON, "Add").click();
        assertThat(editor.page.locator(".sc-errors")).containsText("Enter an email address");
        editor.everybodyCanUse("subscribers-add-fault");
        editor.page
                .getByLabel("Email address", new Page.GetByLabelOptions().setExact(true))
                .fill("reed@" + domain);
        editor.page
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .fill("Reed " + run);
        editor.page.getByLabel("How they agreed").fill("Asked by telephone");
        editor.named(AriaRole.BUTTON, "Add").click();
        assertThat(editor.page.getByText("reed@%s has been added.".formatted(domain)))
                .isVisible();

        editor.named(AriaRole.BUTTON, "Import a list").click();
        editor.page.getByLabel("How they agreed").fill("Ticked a box when they booked");
        FileChooser chooser = editor.page.waitForFileChooser(
                () -> editor.named(AriaRole.BUTTON, "Choose file").click());
        chooser.setFiles(new FilePayload(
                "list.csv",
                "text/csv",
                "email,name\nsedge@%s,Sedge %s\nnobody,\n"
                        .formatted(domain, run)
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(editor.page.getByText("1 new, 0 changed, 0 as before.")).isVisible();
        assertThat(editor.page.getByText("Line 3: nobody")).isVisible();
        editor.everybodyCanUse("subscribers-imported");
        editor.named(AriaRole.BUTTON, "Close").last().click();

        editor.page.getByLabel("Name or email address").fill(run);
        assertThat(editor.page.getByText("2 subscribers")).isVisible();
        editor.everybodyCanUse("subscribers-found");
        editor.named(AriaRole.BUTTON, "End the subscription of Reed " + run).click();
        editor.named(AriaRole.BUTTON, "End subscription").click();
        assertThat(editor.page.getByText("1 subscriber", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(editor.page.getByText("Reed %s gets no more bulletins.".formatted(run)))
                .isVisible();
    }

    @Test
    void somebodyWithAnAccountChooses() {
        practitioner.open("/account");
        practitioner.signIn("practitioner@dover.example");
        Locator part = practitioner.page.locator("#bulletins");
        part.waitFor();
        practitioner.sees("Your account");
        Locator newsletter = part.getByLabel("The newsletter, four times a year");
        assertThat(newsletter).isVisible();
        if (newsletter.isChecked()) {
            newsletter.uncheck();
        }
        newsletter.focus();
        practitioner.page.keyboard().press("Space");
        part.getByLabel("Only these topics").check();
        part.getByLabel("Domestic Abuse").check();
        practitioner.everybodyCanUse("account-bulletins");
        part.getByText("Save choice").click();
        assertThat(practitioner.page.getByText("Saved. You get the")).isVisible();
        practitioner.page.reload();
        assertThat(newsletter).isChecked();
        assertThat(part.getByLabel("Domestic Abuse")).isChecked();
        assertThat(recipient("practitioner@dover.example", BulletinKind.NEWSLETTER))
                .isPresent();
        newsletter.uncheck();
        part.getByText("Save choice").click();
        assertThat(practitioner.page.getByText("Saved. You get no bulletins.")).isVisible();
        assertThat(recipient("practitioner@dover.example", BulletinKind.NEWSLETTER))
                .isEmpty();
    }

    private static String linkSentTo(String address) throws Exception {
        MailSink.Received mail = PortalServices.mailSink()
                .await(received -> received.recipient().equals(address), Duration.ofSeconds(30));
        String text = new String(mail.message().getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("=\r?\n", "");
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Optional<Recipient> recipient(String address, BulletinKind kind) {
        List<Recipient> found = new ArrayList<>();
        portal.getBean(Readership.class)
                .each(
                        BulletinAudience.ofEveryone(kind),
                        page -> page.stream()
                                .filter(recipient -> recipient.address().equals(address))
                                .forEach(found::add));
        return found.stream().findFirst();
    }
}
