package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.agencies.Agencies;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.contributions.ContributionContent;
import org.safercommunities.portal.library.contributions.ContributionIntake;
import org.safercommunities.portal.library.contributions.Contributions;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A practitioner offers a template notice, the team edits and publishes it, and a partner elsewhere finds it. */
@PortalIT
@WithKeycloak
class OfferDocumentJourney {

    @Autowired
    private ApplicationContext portal;

    @TempDir
    private Path folder;

    private final String word =
            "hedge" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x").substring(0, 10);
    private Visitor author;
    private Visitor editor;
    private Visitor partner;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        author = new Visitor();
        editor = new Visitor();
        partner = new Visitor();
    }

    @AfterEach
    void leave() {
        author.close();
        editor.close();
        partner.close();
    }

    @Test
    void aTemplateOfDoverIsFoundBySwale() throws IOException {
        Path notice = Files.writeString(folder.resolve("Notice " + word + ".txt"), "Dear resident, " + word);
        author.open("/library/offer");
        author.signIn("practitioner@dover.example");
        author.sees("Offer a document");
        author.page
                .waitForFileChooser(() -> button(author, "Choose the file").click())
                .setFiles(notice);
        assertThat(author.page.getByText(Pattern.compile(", here\\. Choose another.*")))
                .isVisible();
        button(author, "Send to the team").click();
        assertThat(author.page.getByText("There are 3 problems")).isVisible();
        author.everybodyCanUse("offer-a-document");
        author.page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("What it is, and for whom"))
                .fill("A notice to fill in, for wardens.");
        author.page.getByLabel(Pattern.compile("I may share it.*")).check();
        author.page.getByLabel(Pattern.compile("Nobody can be recognised.*")).check();
        button(author, "Send to the team").click();
        author.sees("Notice " + word);
        assertThat(author.page.getByText("Waiting for the team").first()).isVisible();
        author.everybodyCanUse("offered-document");

        editor.open("/library/offers");
        editor.signIn("editor@kcst.example");
        editor.sees("Offered documents");
        editor.everybodyCanUse("offered-documents");
        editor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Notice " + word))
                .click();
        editor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit and publish"))
                .click();
        editor.sees("Publish an offered document");
        editor.page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Title"))
                .fill("Hedge notice " + word);
        editor.everybodyCanUse("take-up");
        button(editor, "Publish").click();
        editor.sees("Hedge notice " + word);

        partner.open("/library?q=" + word);
        partner.signIn("practitioner@swale.example");
        partner.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hedge notice " + word))
                .first()
                .click();
        partner.sees("Hedge notice " + word);
        assertThat(partner.page.getByText("Dover District Council").first()).isVisible();
        assertThat(partner.page.getByText("Offer a newer version")).isHidden();

        author.page.reload();
        assertThat(author.page.getByText("It is in the library.")).isVisible();
        author.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See it in the library"))
                .click();
        author.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Offer a newer version"))
                .click();
        author.sees("Offer a newer version");
    }

    @Test
    void aCoordinatorFollowsWhatColleaguesOfferedAndReadsWhyItWasDeclined() throws IOException {
        Somebody somebody = new Somebody(portal);
        Reader colleague = somebody.named(
                "Bramble Foreland",
                portal.getBean(Agencies.class).all().stream()
                        .filter(agency -> agency.name().equals("Thanet District Council"))
                        .findFirst()
                        .orElseThrow()
                        .slug());
        offered("Minutes " + word, colleague);
        offered("Leaflet " + word, colleague);

        editor.open("/library/offers");
        editor.signIn("editor@kcst.example");
        link(editor, "Minutes " + word).click();
        button(editor, "Decline …").click();
        button(editor, "Decline").click();
        Locator reason = editor.page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reason"));
        assertThat(reason).hasAttribute("aria-invalid", "true");
        editor.everybodyCanUse("decline-offer");
        reason.fill("It names people. Leave the names out and send it again.");
        button(editor, "Decline").click();
        assertThat(editor.page.getByText("Declined. Its author is told why.").first())
                .isVisible();

        Visitor coordinator = author;
        coordinator.open("/library/offers");
        coordinator.signIn("coordinator@thanet.example");
        assertThat(coordinator.page.getByText("Others of Thanet District Council"))
                .isVisible();
        assertThat(coordinator.page.getByText("Reason: It names people. Leave the names out and send it again."))
                .isVisible();
        coordinator.everybodyCanUse("offers-of-agency");
        link(coordinator, "Leaflet " + word).click();
        coordinator.sees("Leaflet " + word);
        assertThat(coordinator.page.getByText("Edit and publish")).isHidden();
        assertThat(button(coordinator, "Decline …")).isHidden();
        button(coordinator, "Take it back").click();
        assertThat(coordinator
                        .page
                        .getByText("Taken back. Its author is told, and has it as a draft.")
                        .first())
                .isVisible();
    }

    private void offered(String title, Reader by) throws IOException {
        StoredFile file = portal.getBean(ContributionIntake.class)
                .take(new ByteArrayInputStream(title.getBytes(StandardCharsets.UTF_8)), "words.txt", by);
        ContributionContent content = new ContributionContent(
                title, "For wardens", "template", Set.of(), Marking.OFFICIAL, "", "", "", true, true, true);
        Contributions contributions = portal.getBean(Contributions.class);
        contributions.send(contributions.begin(content, file, null, by), by);
    }

    private static Locator link(Visitor visitor, String name) {
        return visitor.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
