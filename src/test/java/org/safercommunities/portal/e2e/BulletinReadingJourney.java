package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.bulletins.Block;
import org.safercommunities.portal.bulletins.Blocks;
import org.safercommunities.portal.bulletins.BulletinAudience;
import org.safercommunities.portal.bulletins.BulletinKind;
import org.safercommunities.portal.bulletins.BulletinPlan;
import org.safercommunities.portal.bulletins.BulletinReads;
import org.safercommunities.portal.bulletins.BulletinWriting;
import org.safercommunities.portal.bulletins.Bulletins;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is around reading: found in the archive, printed, subscribed to, counted; refused addresses; and two editors at once. */
@PortalIT
@WithKeycloak
class BulletinReadingJourney {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    @Autowired
    private ApplicationContext portal;

    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final String word = "lanternwalk" + run.replaceAll("[^a-z]", "");
    private final String title = "Newsletter " + run;
    private Somebody somebody;
    private Reader writer;
    private String agency;
    private Visitor editor;
    private Visitor reader;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        somebody = new Somebody(portal);
        agency = somebody.agency("Weald Housing");
        writer = somebody.of(agency, Role.EDITOR);
        editor = new Visitor();
        reader = new Visitor();
    }

    @AfterEach
    void leave() {
        editor.close();
        reader.close();
    }

    @Test
    void bulletinsAreFoundReadCountedAndWrittenTogether() {
        UUID bulletin = sent();
        archive(bulletin);
        feed();
        counted(bulletin);
        refused();
        together();
    }

    private BulletinPlan plan(String name, Block... blocks) {
        return new BulletinPlan(
                name,
                BulletinKind.NEWSLETTER,
                "What partners have learnt",
                new BulletinAudience(
                        BulletinKind.NEWSLETTER,
                        false,
                        Set.of(agency, "dover-district-council"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        null),
                Blocks.of(blocks),
                false);
    }

    private UUID sent() {
        portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.everything(), somebody.of(agency));
        UUID bulletin = portal.getBean(BulletinWriting.class)
                .begin(
                        plan(
                                title,
                                new Block.Contents(),
                                new Block.Heading("Evening patrols"),
                                new Block.Text("Join the **" + word + "** on the seafront. "
                                        + "It helps everybody. ".repeat(40)),
                                new Block.Heading("Read more"),
                                new Block.Button("/events", "See all events"),
                                new Block.Quote("It changed how we work")),
                        writer);
        portal.getBean(JdbcClient.class)
                .sql("UPDATE bulletin SET state = 'SCHEDULED', send_at = ? WHERE id = ?")
                .params(Sql.utc(Instant.now().minusSeconds(1)), bulletin.toString())
                .update();
        Eventually.holds(() -> assertThat(portal.getBean(Bulletins.class)
                        .find(bulletin, writer)
                        .orElseThrow()
                        .state()
                        .isOut())
                .isTrue());
        BulletinReads reads = portal.getBean(BulletinReads.class);
        Stream.of(agency, "thanet-district-council", "dover-district-council")
                .flatMap(of -> Stream.generate(() -> new Reader(UUID.randomUUID(), of, Set.of(), Set.of(), Set.of()))
                        .limit(of.equals(agency) ? 14 : of.startsWith("thanet") ? 31 : 4))
                .forEach(one -> reads.note(bulletin, one));
        return bulletin;
    }

    private void archive(UUID bulletin) {
        reader.open("/bulletins");
        reader.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bulletins by mail"))
                .waitFor();
        reader.signIn("practitioner@dover.example");
        comesUp(reader);
        reader.sees("Bulletins");
        Locator box = reader.page.getByLabel("Search bulletins").last();
        box.fill(word);
        box.press("Enter");
        reader.page.waitForURL(Pattern.compile(".*/bulletins\\?q=" + word));
        assertThat(reader.page.getByText("1 bulletin", new Page.GetByTextOptions().setExact(true)))
                .isVisible(SOON);
        reader.everybodyCanUse("bulletins-found");
        reader.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))
                .press("Enter");
        reader.page.waitForURL(Pattern.compile(".*/bulletins/" + bulletin));
        reader.sees(title);
        reader.everybodyCanUse("bulletin-page");
        reader.page.pdf(
                new Page.PdfOptions().setFormat("A4").setPath(Path.of("target", "journeys", "bulletin-printed.pdf")));
        reader.open("/bulletins?q=nothing-has-this&kind=newsletter&year=2001");
        assertThat(reader.page.getByText("No bulletins found")).isVisible();
    }

    private void feed() {
        reader.open("/account");
        reader.sees("Your account");
        Locator sheet = reader.page.locator("#feed");
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show the address"))
                .press("Enter");
        Locator address = sheet.getByLabel("Address of your feed");
        assertThat(address).hasValue(Pattern.compile("http.*/api/v1/feeds/.*/bulletins\\.atom"));
        assertThat(reader.page.context().request().get(address.inputValue()).text())
                .contains("<feed", title);
        reader.everybodyCanUse("account-feed");
    }

    private void counted(UUID bulletin) {
        editor.open("/bulletins/%s/sending".formatted(bulletin));
        editor.signIn("editor@kcst.example");
        comesUp(editor);
        editor.sees(title);
        Locator table = editor.page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("Readers by agency"));
        assertThat(table.getByRole(AriaRole.ROW)).hasCount(3);
        assertThat(table).containsText("Thanet District Council");
        assertThat(editor.page.locator("main")).not().containsText("Dover District Council");
        editor.everybodyCanUse("bulletin-readers");
    }

    private void refused() {
        portal.getBean(JdbcClient.class)
                .sql("INSERT INTO mail_suppression (address, reason, since_at) VALUES (?, ?, ?)")
                .params(
                        "ash@%s.example".formatted(run),
                        "550 5.1.1 <ash@%s.example>: Recipient address rejected: User unknown in virtual mailbox table"
                                .formatted(run),
                        Sql.utc(Instant.now()))
                .update();
        editor.open("/bulletins/suppressions");
        editor.sees("Refused addresses");
        editor.page.getByLabel("Email address").fill(run);
        assertThat(editor.page.getByText("1 address", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        editor.page.getByLabel("Domain").fill(run + ".example");
        editor.page.getByLabel("Mails a minute").fill("120");
        editor.page.getByLabel("Mails a minute").press("Enter");
        assertThat(editor.page.getByText("up to 120 a minute")).isVisible();
        editor.everybodyCanUse("refused-addresses");
        editor.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Write to ash@%s.example again".formatted(run)))
                .press("Enter");
        Locator reason = editor.page.getByLabel("Reason");
        assertThat(reason).isFocused();
        Locator yes = editor.page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Write to it again").setExact(true));
        yes.press("Enter");
        assertThat(editor.page.getByText("Say why the address works again")).isVisible();
        editor.everybodyCanUse("refused-reason");
        reason.fill("Their service desk has opened the mailbox again");
        yes.press("Enter");
        assertThat(editor.page.getByText("No such address has been refused.")).isVisible();
    }

    private void together() {
        UUID draft = portal.getBean(BulletinWriting.class)
                .begin(plan("Draft " + run, new Block.Heading("One"), new Block.Heading("Two")), writer);
        String path = "/bulletins/%s/edit".formatted(draft);
        editor.open(path);
        editor.sees("Draft " + run);
        Visitor second = new Visitor();
        try {
            second.open(path);
            second.signIn("reviewer@kcst.example");
            comesUp(second);
            assertThat(second.page.getByText("Hazel Cobnut has this bulletin open too."))
                    .isVisible(SOON);
            assertThat(editor.page.getByText("Juniper Downs has this bulletin open too."))
                    .isVisible(SOON);
            heading(second).focus();
            heading(editor).focus();
            assertThat(editor.page.getByText("Juniper Downs is in the same block as you."))
                    .isVisible(SOON);
            assertThat(editor.page.getByText("Juniper Downs is here just now.")).isVisible();
            editor.everybodyCanUse("bulletin-two-editors");
        } finally {
            second.close();
        }
        assertThat(editor.page.getByText("Juniper Downs has this bulletin open too."))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(60_000));
    }

    /** The first page after signing in takes longer than any other. */
    private static void comesUp(Visitor who) {
        who.page.locator("h1").waitFor();
    }

    private static Locator heading(Visitor who) {
        return who.page
                .locator(".sc-block")
                .nth(1)
                .getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Heading"));
    }
}
