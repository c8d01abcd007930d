package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.bulletins.OwnSubscription;
import org.safercommunities.portal.bulletins.SubscriptionChoice;
import org.safercommunities.portal.shared.Sql;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two editors write a bulletin together, one approves it, it goes out, and a partner reads it. */
@PortalIT
@WithKeycloak
class BulletinJourney {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(45_000);
    /** More than may be written to without a second pair of eyes. */
    private static final int CROWD = 51;

    @Autowired
    private ApplicationContext portal;

    private final String title = "Bulletin " + UUID.randomUUID().toString().substring(0, 8);
    private final List<Visitor> visitors = new ArrayList<>();
    private Visitor editor;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        editor = visitor();
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Bulletin readers");
        for (int i = 0; i < CROWD; i++) {
            Reader reader = somebody.of(agency);
            portal.getBean(OwnSubscription.class).choose(SubscriptionChoice.everything(), reader);
        }
    }

    @AfterEach
    void leave() {
        visitors.forEach(Visitor::close);
    }

    @Test
    void twoEditorsWriteABulletinAndItGoesOut() {
        UUID bulletin = write();
        Visitor second = together(bulletin);
        approve(bulletin, second);
        send(bulletin);
        read(bulletin);
    }

    private UUID write() {
        editor.open("/bulletins/write");
        editor.signIn("editor@kcst.example");
        editor.sees("Write a bulletin");
        editor.everybodyCanUse("bulletin-begin");
        button(editor, "Begin").press("Enter");
        assertThat(editor.page.getByText("Enter a title")).isVisible();
        field(editor, "Title").fill(title);
        button(editor, "Begin").press("Enter");
        editor.page.waitForURL(Pattern.compile(".*/bulletins/[-0-9a-f]+/edit"));
        editor.sees(title);
        assertThat(editor.page
                        .getByText("The subject is empty", new Page.GetByTextOptions().setExact(false))
                        .first())
                .isVisible();

        field(editor, "Subject").fill("Places are free this month");
        add("Heading");
        box(card(1), "Heading").fill("Where to go next");
        add("Text");
        Locator words = box(card(2), "Text");
        words.fill("Places are free at two events.");
        words.press("Control+a");
        button(card(2), "Bold").press("Enter");
        assertThat(words).hasValue("**Places are free at two events.**");
        add("Picture");
        assertThat(card(3).getByText(Pattern.compile("[Pp]icture")).last()).isVisible();
        button(card(3), "Remove: Picture, block 3 of 3").press("Enter");
        add("Button");
        box(card(3), "Words on the button").fill("See all events");
        box(card(3), "Address").fill("/events");
        button(card(3), "Move up: Button, block 3 of 3").press("Enter");
        assertThat(box(card(2), "Words on the button")).hasValue("See all events");
        button(card(2), "Move down: Button, block 2 of 3").press("Enter");

        assertThat(editor.page
                        .frameLocator("iframe")
                        .locator(
                                "strong",
                                new com.microsoft.playwright.FrameLocator.LocatorOptions()
                                        .setHasText("Places are free at two events.")))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        editor.everybodyCanUse("bulletin-composer");
        editor.page.getByLabel("Plain text").check();
        assertThat(editor.page.locator("pre").getByText("See all events")).isVisible();
        editor.page.getByLabel("Wide").check();
        return UUID.fromString(editor.page.url().replaceAll(".*/bulletins/([-0-9a-f]+)/edit.*", "$1"));
    }

    /** A second editor works in it at the same time; what each of them writes is there afterwards. */
    private Visitor together(UUID bulletin) {
        Visitor second = visitor();
        second.open("/bulletins/%s/edit".formatted(bulletin));
        second.signIn("reviewer@kcst.example");
        second.sees(title);
        second.page
                .getByLabel("Heading", new Page.GetByLabelOptions().setExact(true))
                .fill("Where we meet next");
        assertThat(editor.page.getByText("What they changed has come in.")).isVisible(SOON);
        assertThat(box(card(1), "Heading")).hasValue("Where we meet next");
        return second;
    }

    private void approve(UUID bulletin, Visitor second) {
        button(editor, "Ask for review").press("Enter");
        assertThat(editor.page.getByText("Another editor can look at it now.")).isVisible();
        // The heading was the second editor's last word, so the first has to be the one who approves
        editor.open("/bulletins/%s/edit".formatted(bulletin));
        button(editor, "Approve").press("Enter");
        assertThat(editor.page.getByText("Approved. It can be sent now.")).isVisible();
        second.open("/bulletins/%s/history".formatted(bulletin));
        second.sees("History");
        second.everybodyCanUse("bulletin-history");
    }

    private void send(UUID bulletin) {
        button(editor, "Send").press("Enter");
        assertThat(editor.page.getByText(Pattern.compile("You are about to send to .* people in")))
                .isVisible();
        editor.everybodyCanUse("bulletin-send");
        editor.page
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send"))
                .press("Enter");
        editor.page.waitForURL(Pattern.compile(".*/sending"));
        assertThat(editor.page.getByText("It goes out within two minutes.")).isVisible();
        button(editor, "Call it back").press("Enter");
        editor.page.waitForURL(Pattern.compile(".*/edit"));
        button(editor, "Send").press("Enter");
        editor.page
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send"))
                .press("Enter");
        editor.page.waitForURL(Pattern.compile(".*/sending"));
        portal.getBean(JdbcClient.class)
                .sql("UPDATE bulletin SET send_at = ? WHERE id = ?")
                .param(Sql.utc(Instant.now().minusSeconds(1)))
                .param(bulletin.toString())
                .update();
        assertThat(editor.page.getByText(Pattern.compile("All [0-9,]+ are through")))
                .isVisible(SOON);
        assertThat(button(editor, "Send a correction")).isVisible(SOON);
        editor.everybodyCanUse("bulletin-delivery");
    }

    private void read(UUID bulletin) {
        Visitor reader = visitor();
        reader.open("/bulletins");
        reader.signInThroughAgency("officer@kentpolice.example");
        reader.sees("Bulletins");
        reader.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title))
                .click();
        reader.page.waitForURL(Pattern.compile(".*/bulletins/" + bulletin));
        reader.sees(title);
        assertThat(reader.page.getByText("Where we meet next")).isVisible();
        reader.everybodyCanUse("bulletin-read");
        reader.open("/bulletins");
        reader.everybodyCanUse("bulletins");
    }

    private void add(String kind) {
        editor.page
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Add a block"))
                .press("Enter");
        editor.page
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName(kind).setExact(true))
                .click();
    }

    private Locator card(int number) {
        return editor.page.locator(".sc-block").nth(number - 1);
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

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator box(Locator within, String label) {
        return within.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName(label));
    }

    private static Locator field(Visitor who, String label) {
        return who.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label));
    }
}
