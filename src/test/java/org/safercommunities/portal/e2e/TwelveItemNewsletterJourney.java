package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.Multipart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinDelivery;
import org.safercommunities.portal.bulletins.BulletinDetails;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinState;
import org.safercommunities.portal.bulletins.BulletinSteps;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.DueBulletins;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.bulletins.offers.CallsForItems;
import org.safercommunities.portal.bulletins.offers.OfferContent;
import org.safercommunities.portal.bulletins.offers.Offers;
import org.safercommunities.portal.devtime.MailSink.Received;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Twelve items of five agencies become a newsletter that is tested, approved, sent, and put right for exactly those who got it. */
@PortalIT
@WithKeycloak
class TwelveItemNewsletterJourney {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(45_000);

    /** More than may be written to without a second pair of eyes. */
    private static final int CROWD = 51;

    private static final String MINE = "Walks after dark";

    @Autowired
    private ApplicationContext portal;

    private final String title = "Newsletter " + UUID.randomUUID().toString().substring(0, 8);
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<Reader> crowd = new ArrayList<>();
    private Somebody somebody;
    private String town;
    private Reader editor;
    private Reader second;
    private UUID newsletter;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        somebody = new Somebody(portal);
        editor = as("editor@kcst.example");
        second = as("reviewer@kcst.example");
        town = somebody.agency("Readers of the newsletter");
        for (int i = 0; i < CROWD; i++) {
            crowd.add(subscriber());
        }
        newsletter = portal.getBean(BulletinWriting.class)
                .begin(
                        new BulletinPlan(
                                title,
                                BulletinKind.NEWSLETTER,
                                title,
                                new BulletinAudience(
                                        BulletinKind.NEWSLETTER,
                                        false,
                                        Set.of(town),
                                        Set.of(),
                                        Set.of(),
                                        Set.of(),
                                        null),
                                Blocks.NONE,
                                false),
                        editor);
        portal.getBean(CallsForItems.class).set(newsletter, Instant.now().plus(Duration.ofDays(9)), editor);
        for (int agency = 1; agency <= 4; agency++) {
            Reader author = somebody.of(somebody.agency("Agency no " + agency));
            for (int item = 1; item <= (agency == 1 ? 2 : 3); item++) {
                String name = "Item %d of agency %d".formatted(item, agency);
                portal.getBean(Offers.class)
                        .begin(
                                new OfferContent(name, name + " says **this**.", "", null, ""),
                                newsletter,
                                true,
                                author);
            }
        }
    }

    @AfterEach
    void leave() {
        visitors.forEach(Visitor::close);
    }

    @Test
    void twelveItemsOfFiveAgenciesGoOutAndArePutRight() throws Exception {
        Visitor author = offer();
        Visitor writer = assemble();
        test(writer);
        seesWhatChanged(author);
        approveAndSend(writer);
        seesThatItIsOut(author);
        correct(writer);
    }

    private Visitor offer() {
        Visitor author = visitor();
        author.open("/bulletins");
        author.signIn("practitioner@swale.example");
        author.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Offer an item"))
                .click();
        author.sees("Offer an item");
        author.everybodyCanUse("offer");
        button(author, "Offer it").press("Enter");
        assertThat(author.page.getByRole(AriaRole.ALERT).getByText("Enter a title"))
                .isVisible();
        author.page.getByLabel(Pattern.compile(title + ", until .*")).check();
        field(author, "Title").fill(MINE);
        field(author, "Text").fill("Two wardens is walking every Thursday.");
        button(author, "Offer it").press("Enter");
        author.sees(MINE);
        assertThat(author.page.getByText("Offered. Thank you.")).isVisible();
        return author;
    }

    private Visitor assemble() {
        Visitor writer = visitor();
        writer.open("/bulletins/offers");
        writer.signIn("editor@kcst.example");
        assertThat(writer.page.getByText("Waiting: " + title)).isVisible();
        writer.everybodyCanUse("offers-waiting");
        writer.open("/bulletins/%s/edit".formatted(newsletter));
        writer.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("\\d+ offered items")))
                .click();
        Locator dialog = writer.page.getByRole(AriaRole.DIALOG);
        assertThat(dialog.getByRole(AriaRole.CHECKBOX, new Locator.GetByRoleOptions().setChecked(true)))
                .hasCount(12);
        writer.everybodyCanUse("offers-take-in");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take in"))
                .press("Enter");
        assertThat(writer.page.locator(".sc-block")).hasCount(24);
        // The last to be offered stands last
        writer.page
                .locator(".sc-block")
                .nth(23)
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Text"))
                .fill("Two wardens walk every Thursday.");
        assertThat(writer.page.frameLocator("iframe").getByText("Two wardens walk every Thursday."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        return writer;
    }

    private void test(Visitor writer) throws Exception {
        button(writer, "Send a test").press("Enter");
        button(writer, "Send it to me").press("Enter");
        assertThat(writer.page.getByText("The test is on its way.")).isVisible();
        String words = words(await("editor@kcst.example", "Test: " + title));
        assertThat(words).contains("From Swale Borough Council", "Two wardens walk every Thursday.");
        for (int agency = 1; agency <= 4; agency++) {
            assertThat(words).contains("From Agency no " + agency, "Item 2 of agency " + agency);
        }
    }

    private void seesWhatChanged(Visitor author) {
        author.page.reload();
        assertThat(author.page.getByText("What the team changed")).isVisible();
        assertThat(author.page.locator(".sc-changed-words del")).containsText("is walking");
        assertThat(author.page.locator(".sc-changed-words ins")).containsText("walk");
        author.everybodyCanUse("offer-changed");
    }

    private void approveAndSend(Visitor writer) throws Exception {
        button(writer, "Ask for review").press("Enter");
        assertThat(writer.page.getByText("Another editor can look at it now.")).isVisible();
        Visitor approver = visitor();
        approver.open("/bulletins/%s/edit".formatted(newsletter));
        approver.signIn("reviewer@kcst.example");
        button(approver, "Approve").press("Enter");
        assertThat(approver.page.getByText("Approved. It can be sent now.")).isVisible();
        button(approver, "Send").press("Enter");
        assertThat(approver.page.getByText("You are about to send to 51 people in 1 agency"))
                .isVisible();
        approver.page
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send"))
                .press("Enter");
        approver.page.waitForURL(Pattern.compile(".*/sending"));
        DueBulletins.send(portal, newsletter);
        assertThat(approver.page.getByText(Pattern.compile("All 51 are through")))
                .isVisible(SOON);
        String words = words(await(address(crowd.getFirst()), title));
        assertThat(words).contains("From Swale Borough Council", "From Agency no 4");
    }

    private void seesThatItIsOut(Visitor author) {
        author.page.reload();
        assertThat(author.page.getByText("It has gone out in “%s”.".formatted(title)))
                .isVisible();
        author.open("/bulletins/offers");
        assertThat(author.page.getByText("Published").first()).isVisible();
        author.everybodyCanUse("offers");
    }

    private void correct(Visitor writer) throws Exception {
        Reader later = subscriber();
        writer.open("/bulletins/%s/sending".formatted(newsletter));
        button(writer, "Send a correction").press("Enter");
        button(writer, "Write it").press("Enter");
        writer.page.waitForURL(Pattern.compile(".*/bulletins/(?!%s)[-0-9a-f]+/edit".formatted(newsletter)));
        UUID correction = UUID.fromString(writer.page.url().replaceAll(".*/bulletins/([-0-9a-f]+)/edit.*", "$1"));
        writer.page
                .locator(".sc-block")
                .nth(23)
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Text"))
                .fill("Two wardens walk every Friday.");
        Eventually.holds(() -> assertThat(now(correction).edition()).isEqualTo(2));
        BulletinSteps steps = portal.getBean(BulletinSteps.class);
        steps.submit(correction, 2, editor);
        steps.approve(correction, 2, second);
        steps.send(correction, 2, null, second);
        DueBulletins.send(portal, correction);
        String words = words(await(address(crowd.getLast()), "Correction: " + title));
        assertThat(words).contains("Two wardens walk every Friday.", "From Swale Borough Council");
        Eventually.holds(() -> assertThat(now(correction).state()).isEqualTo(BulletinState.SENT));
        assertThat(portal.getBean(BulletinDelivery.class)
                        .counts(correction, editor)
                        .audience())
                .isEqualTo(CROWD);
        assertThat(PortalServices.mailSink().received())
                .noneMatch(mail -> mail.recipient().equals(address(later)));
    }

    private BulletinDetails now(UUID bulletin) {
        return portal.getBean(Bulletins.class).find(bulletin, editor).orElseThrow();
    }

    private Reader subscriber() {
        Reader reader = somebody.of(town);
        portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.everything(), reader);
        return reader;
    }

    private Reader as(String email) {
        return portal.getBean(Readers.class)
                .of(portal.getBean(PersonList.class)
                        .findByEmail(email)
                        .orElseThrow()
                        .id())
                .orElseThrow();
    }

    private String address(Reader reader) {
        return portal.getBean(PersonList.class)
                .find(reader.personId())
                .orElseThrow()
                .email();
    }

    private static Received await(String to, String subject) {
        return PortalServices.mailSink()
                .await(mail -> mail.recipient().equals(to) && mail.subject().equals(subject), Duration.ofSeconds(40));
    }

    private static String words(Received mail) throws Exception {
        StringBuilder all = new StringBuilder();
        Multipart parts = (Multipart) mail.message().getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            all.append(parts.getBodyPart(i).getContent());
        }
        return all.toString();
    }

    private Visitor visitor() {
        Visitor visitor = new Visitor();
        visitors.add(visitor);
        return visitor;
    }

    private static Locator button(Visitor who, String name) {
        return who.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Visitor who, String label) {
        return who.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label));
    }
}
