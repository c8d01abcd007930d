package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
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
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.devtime.MailSink;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.notifications.notices.DueNotices;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.PortalServices;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner follows a topic and a search, hears of what is new behind the bell and by mail, and says whether it was useful. */
@PortalIT
@WithKeycloak
class KnowingJourney {

    private static final String PARTNER = "practitioner@dover.example";

    @Autowired
    private ApplicationContext portal;

    /** Two jobs by the clock, and the index between them. */
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(90_000);

    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final String word = "harbourwatch" + run.replaceAll("[^a-z]", "");
    private final String title = "Doorstep notes " + run;
    private Visitor partner;
    private Visitor editor;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        JdbcClient jdbc = portal.getBean(JdbcClient.class);
        for (String table : new String[] {"notice", "notice_choice", "library_follow", "saved_search"}) {
            jdbc.sql("DELETE FROM %s WHERE person_id = ?".formatted(table))
                    .param(reader(PARTNER).personId().toString())
                    .update();
        }
        partner = new Visitor();
        editor = new Visitor();
    }

    @AfterEach
    void leave() {
        partner.close();
        editor.close();
    }

    @Test
    void aPartnerHearsOfWhatIsNewAndSaysWhetherItWasOfUse() throws Exception {
        follows();
        UUID document = published(title, "domestic-abuse");
        hears();
        chooses();
        isWrittenTo();
        saysWhatWasUseful(document);
        theOwnerReadsIt();
        theTeamSeesFigures();
    }

    private Reader reader(String email) {
        return portal.getBean(Readers.class)
                .of(portal.getBean(PersonList.class)
                        .findByEmail(email)
                        .orElseThrow()
                        .id())
                .orElseThrow();
    }

    private UUID published(String name, String topic) {
        Library library = portal.getBean(Library.class);
        Reader by = reader("editor@kcst.example");
        UUID id = library.draft(
                new StoredFile(
                        (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""),
                        10,
                        "paper.pdf",
                        "application/pdf"),
                new DocumentDescription(
                        name,
                        "What to say at the door.",
                        "report",
                        Set.of(topic),
                        Marking.OFFICIAL,
                        null,
                        Audience.ofEveryone(),
                        null),
                by);
        library.publish(id, by);
        return id;
    }

    private void follows() {
        partner.open("/notices");
        partner.signIn(PARTNER);
        partner.sees("Notices");
        assertThat(partner.page.getByText("No notices yet")).isVisible();
        partner.everybodyCanUse("notices-none");
        partner.open("/library?topic=domestic-abuse");
        partner.named(AriaRole.BUTTON, "Follow “Domestic Abuse”").click();
        assertThat(partner.page.getByText("You are told when a document of this topic is published."))
                .isVisible();
        partner.open("/library");
        partner.page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Search the library"))
                .fill(word);
        partner.named(AriaRole.BUTTON, "Save this search").click();
        Locator name = partner.page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX);
        name.fill("");
        partner.named(AriaRole.BUTTON, "Save").click();
        assertThat(partner.page.getByText("Give the search a name")).isVisible();
        name.fill("Harbour watch");
        partner.named(AriaRole.BUTTON, "Save").click();
        assertThat(partner.named(AriaRole.LINK, "Harbour watch")).isVisible();
        partner.everybodyCanUse("library-saved-search");
        partner.open("/following");
        partner.sees("What I follow");
        assertThat(partner.named(AriaRole.LINK, "Domestic Abuse")).isVisible();
        assertThat(partner.named(AriaRole.LINK, "Harbour watch")).isVisible();
        partner.everybodyCanUse("following");
    }

    private void hears() {
        // Nobody presses anything: the bell is brought up to date by itself
        Locator bell = partner.named(AriaRole.LINK, "Notices, 1 unread");
        assertThat(bell).isVisible(SOON);
        published("About " + word, "road-safety");
        Locator two = partner.named(AriaRole.LINK, "Notices, 2 unread");
        assertThat(two).isVisible(SOON);
        two.focus();
        partner.page.keyboard().press("Enter");
        partner.sees("Notices");
        assertThat(partner.named(AriaRole.LINK, title)).isVisible();
        assertThat(partner.page.getByText("New, and fits a search you saved")).isVisible();
        assertThat(partner.page.locator(".sc-notices-day").first()).hasText(Pattern.compile("Today|Yesterday"));
        partner.everybodyCanUse("notices");
        partner.named(AriaRole.BUTTON, "Mark as read: About " + word).focus();
        partner.page.keyboard().press("Enter");
        assertThat(partner.named(AriaRole.BUTTON, "Mark as unread: About " + word))
                .isFocused();
        assertThat(partner.named(AriaRole.LINK, "Notices, 1 unread")).isVisible();
    }

    private void chooses() {
        partner.open("/account");
        Locator part = partner.page.locator("#notices");
        part.waitFor();
        part.getByRole(AriaRole.RADIO, new Locator.GetByRoleOptions().setName(Pattern.compile("Once a day")))
                .first()
                .check();
        partner.named(AriaRole.BUTTON, "Save notices").click();
        assertThat(partner.page.getByText("Saved. It holds from the next notice on."))
                .isVisible();
        partner.everybodyCanUse("account-notices");
    }

    private void isWrittenTo() throws Exception {
        DueNotices.mail(portal, Instant.now().plus(Duration.ofDays(1)));
        MailSink.Received mail = PortalServices.mailSink()
                .await(
                        received -> received.recipient().equals(PARTNER)
                                && received.subject().contains(title),
                        Duration.ofSeconds(30));
        assertThat(mail.subject()).isEqualTo("New in a topic you follow: " + title);
        assertThat(mail.message().getHeader("List-Unsubscribe")[0]).contains("/account#notices");
        String raw = new String(mail.message().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(raw.replaceAll("=\r?\n", "")).doesNotContain(word);
    }

    private void saysWhatWasUseful(UUID document) {
        partner.open("/library/" + document);
        partner.sees(title);
        assertThat(partner.named(AriaRole.LINK, "Notices")).isVisible();
        partner.named(AriaRole.BUTTON, "Follow this document").click();
        assertThat(partner.named(AriaRole.BUTTON, "Following this document")).isVisible();
        partner.named(AriaRole.BUTTON, "No, not useful").click();
        assertThat(partner.page.getByText("Thank you. Your answer is counted.")).isVisible();
        partner.page.getByLabel("Anything its owner should know?").fill("The number is out of date.");
        partner.named(AriaRole.BUTTON, "Send comment").click();
        assertThat(partner.page.getByText("Thank you. The owner is told.")).isVisible();
        partner.everybodyCanUse("document-useful");
    }

    private void theOwnerReadsIt() {
        editor.open("/notices");
        editor.signIn("editor@kcst.example");
        editor.sees("Notices");
        editor.named(AriaRole.LINK, title).first().click();
        editor.sees(title);
        assertThat(editor.page.getByText("The number is out of date.")).isVisible();
        assertThat(editor.page.getByText("0 found it useful")).isVisible();
        editor.everybodyCanUse("document-readers-say");
        editor.named(AriaRole.LINK, "Documents you answer for").click();
        editor.sees("Documents you answer for");
        assertThat(editor.named(AriaRole.LINK, title)).isVisible();
        editor.everybodyCanUse("library-mine");
    }

    private void theTeamSeesFigures() {
        editor.open("/library/figures");
        editor.sees("Library figures");
        assertThat(editor.page.getByText("Searched for and not found").first()).isVisible();
        assertThat(editor.named(AriaRole.LINK, word)).isVisible();
        for (String chart : new String[] {"Reads in each week", "How often these words were searched for"}) {
            assertThat(editor.named(AriaRole.IMG, chart)).isVisible();
        }
        editor.everybodyCanUse("library-figures");
    }
}
