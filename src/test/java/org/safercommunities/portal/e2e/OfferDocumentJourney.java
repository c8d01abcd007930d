package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.support.PortalIT;
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

    private static com.microsoft.playwright.Locator button(Visitor visitor, String name) {
        return visitor.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
