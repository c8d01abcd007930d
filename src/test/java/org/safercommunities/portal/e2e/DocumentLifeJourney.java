package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.recordings.Captions;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What becomes of a document after it is published, as the editor does it and its readers see it. */
@PortalIT
@WithKeycloak
class DocumentLifeJourney {

    @Autowired
    private ApplicationContext portal;

    private Visitor editor;
    private Visitor partner;
    private UUID document;
    private Reader by;
    private String title;

    @BeforeEach
    void aDocumentWithTwoVersions() throws IOException {
        Partners.arePresent(portal);
        editor = new Visitor();
        partner = new Visitor();
        title = "Door knocking guide " + UUID.randomUUID().toString().substring(0, 6);
        Library library = portal.getBean(Library.class);
        by = portal.getBean(Readers.class)
                .of(portal.getBean(PersonList.class)
                        .findByEmail("editor@kcst.example")
                        .orElseThrow()
                        .id())
                .orElseThrow();
        document = library.draft(
                file("Knock once."),
                new DocumentDescription(
                        title,
                        "What to say at the door.",
                        "guidance",
                        Set.of("domestic-abuse"),
                        Marking.OFFICIAL,
                        null,
                        Audience.ofAgencies("dover-district-council"),
                        Dates.today().plusDays(3)),
                by);
        library.publish(document, by);
        library.addVersion(document, file("Knock twice."), "Twice is better", by);
    }

    @AfterEach
    void leave() {
        editor.close();
        partner.close();
    }

    @Test
    void anEditorGoesBackAnswersWhoSeesItAndWithdrawsItAndAPartnerIsToldWhy() {
        String path = "/library/" + document;
        partner.open(path + "/versions/1");
        partner.signIn("practitioner@dover.example");
        partner.sees(title);
        assertThat(partner.page.getByText("This is version 1 of 2.")).isVisible();
        partner.everybodyCanUse("document-version");

        editor.open(path);
        editor.signIn("editor@kcst.example");
        editor.sees(title);
        editor.page
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Can somebody in particular see it?"))
                .fill("practitioner@swale");
        editor.page
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Sorrel Marsh"))
                .click();
        assertThat(editor.page.getByText("No. It was shared neither with Sorrel Marsh nor with Swale Borough Council"))
                .isVisible();
        button(editor, "Go back to version 1").click();
        dialogButton(editor, "Go back to version 1").click();
        assertThat(editor.page.getByText("Version 3 is version 1 again.")).isVisible();
        assertThat(editor.page.locator(".sc-row-title", new Page.LocatorOptions().setHasText("Back to version 1")))
                .isVisible();
        editor.everybodyCanUse("document-history");

        button(editor, "Withdraw …").click();
        Locator dialog = editor.page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
                .click();
        assertThat(dialog.getByText("Tell its readers why").first()).isVisible();
        dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Why"))
                .fill("The law has changed");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Withdraw"))
                .click();
        assertThat(editor.page.getByText("Withdrawn. Its readers are told why."))
                .isVisible();

        partner.open(path);
        partner.sees(title);
        assertThat(partner.page.getByText("The reason: The law has changed")).isVisible();
        partner.everybodyCanUse("document-withdrawn");

        editor.open("/library/desk?show=withdrawn");
        editor.sees("Library desk");
        editor.everybodyCanUse("library-desk");
        button(editor, "Put it back: “%s”".formatted(title)).click();
        assertThat(editor.page.getByText("“%s” is back.".formatted(title))).isVisible();
        partner.open(path);
        assertThat(partner.page.getByText("Version 3").first()).isVisible();
    }

    @Test
    void anEditorSetsHowLongItStaysAndSortsTheTopics() {
        editor.open("/library/" + document + "/edit");
        editor.signIn("editor@kcst.example");
        editor.sees("Change a document");
        Locator kept = editor.page.getByRole(
                AriaRole.COMBOBOX,
                new Page.GetByRoleOptions().setName("Kept until").setExact(true));
        kept.fill("31/12/2031");
        kept.press("Enter");
        button(editor, "Save").click();
        assertThat(editor.page.getByRole(AriaRole.ALERT).getByText("Say why it is kept until that day"))
                .isVisible();
        editor.everybodyCanUse("document-edit-refused");
        editor.page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Why it is kept until then"))
                .fill("Retention policy");
        button(editor, "Save").click();
        editor.sees(title);
        assertThat(editor.page.getByText("Kept until: none → 31 December 2031")).isVisible();
        button(editor, "It still holds …").click();
        dialogButton(editor, "It still holds").click();
        assertThat(editor.page.getByText("Noted.")).isVisible();

        editor.open("/library/topics");
        editor.sees("Topics and kinds");
        editor.everybodyCanUse("topics");
        String topic = "Night-time economy " + title.substring(title.length() - 6);
        button(editor, "Add a topic").click();
        Locator dialog = editor.page.getByRole(AriaRole.DIALOG);
        dialog.getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Name"))
                .fill(topic);
        dialog.getByLabel("First year").fill("2027");
        dialogButton(editor, "Save").click();
        assertThat(editor.page.getByText("“%s” is a topic now.".formatted(topic)))
                .isVisible();
        assertThat(editor.page.getByText("Since 2027").first()).isVisible();
    }

    @Test
    void aVideoGoesOutWithAWordOnItsCaptionsAndIsReadOnceItHasThem() throws IOException {
        byte[] start = {
            0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0, 'i', 's', 'o', 'm', 'm', 'p', '4', '2'
        };
        UUID video = portal.getBean(Library.class)
                .draft(
                        portal.getBean(Intake.class).take(new ByteArrayInputStream(start), UUID.randomUUID() + ".mp4"),
                        new DocumentDescription(
                                "Talk of " + title,
                                "",
                                "recording",
                                Set.of(),
                                Marking.OFFICIAL,
                                null,
                                Audience.ofEveryone(),
                                null),
                        by);
        editor.open("/library/" + video);
        editor.signIn("editor@kcst.example");
        editor.sees("Talk of");
        button(editor, "Publish").click();
        assertThat(editor.page.getByText("Some of your readers cannot hear it."))
                .isVisible();
        editor.page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Why it has none"))
                .fill("They are being written");
        Locator due = editor.page.getByRole(
                AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("There will be captions by"));
        due.fill(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(Dates.today().plusDays(30)));
        due.press("Enter");
        dialogButton(editor, "Publish without captions").click();
        assertThat(editor.page.getByText("There are no captions yet.")).isVisible();

        portal.getBean(Captions.class)
                .put(
                        video,
                        "en",
                        "WEBVTT\n\n00:01.000 --> 00:04.000\nMind the step\n\n00:05.000 --> 00:06.000\nGoodbye\n",
                        by);
        partner.open("/library/" + video);
        partner.signIn("practitioner@dover.example");
        partner.sees("Talk of");
        partner.page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Find in the transcript"))
                .fill("step");
        assertThat(partner.page.getByText("1 line")).isVisible();
        partner.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("0:01 Mind the step"))
                .click();
        partner.everybodyCanUse("document-recording");
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator dialogButton(Visitor visitor, String name) {
        return visitor.page
                .locator("vaadin-dialog[opened]")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private StoredFile file(String words) throws IOException {
        return portal.getBean(Intake.class)
                .take(
                        new ByteArrayInputStream((words + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8)),
                        "guide.txt");
    }
}
