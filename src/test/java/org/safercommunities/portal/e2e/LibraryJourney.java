package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The main job: put documents in, find them, take them out; and not get at what is not one's own. */
@PortalIT
@WithKeycloak
class LibraryJourney {

    @Autowired
    private ApplicationContext portal;

    @TempDir
    private Path folder;

    private final String word =
            "cuckoo" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x").substring(0, 10);
    private Visitor editor;
    private Visitor practitioner;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        editor = new Visitor();
        practitioner = new Visitor();
    }

    @AfterEach
    void leave() {
        editor.close();
        practitioner.close();
    }

    @Test
    void anEditorPutsFilesInAndAPractitionerFindsReadsAndTakesThem() throws IOException {
        Path paper = pdf("Doorstep notes.pdf", "Speak calmly at the door. The word is " + word + ".");
        Path table = Files.writeString(folder.resolve("Visits " + word + ".csv"), "ward,visits\nHarbour,3\n");

        editor.open("/library/add");
        editor.signIn("editor@kcst.example");
        editor.sees("Add documents");
        editor.everybodyCanUse("add-empty");
        choose(paper, table);
        Locator publish =
                editor.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish 2 documents"));
        publish.waitFor();
        assertThat(editor.page.getByText("text found"))
                .hasCount(
                        2,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions().setTimeout(60_000));
        editor.everybodyCanUse("add-two-files");
        publish.click();
        editor.sees("Published");

        practitioner.open("/library");
        practitioner.signIn("practitioner@dover.example");
        practitioner.sees("Library");
        practitioner
                .page
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Search the library"))
                .fill(word);
        assertThat(practitioner.page.getByText("2 documents")).isVisible();
        practitioner.page.waitForURL(Pattern.compile(".*q=" + word + ".*"));
        practitioner.everybodyCanUse("library-results");
        Download fromTheList = practitioner.page.waitForDownload(() -> practitioner
                .page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download “Doorstep notes”"))
                .click());
        assertThat(Files.readAllBytes(fromTheList.path())).isEqualTo(Files.readAllBytes(paper));

        practitioner
                .page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Doorstep notes"))
                .first()
                .click();
        practitioner.sees("Doorstep notes");
        assertThat(practitioner.page.getByAltText(Pattern.compile("Page 1 of.*")))
                .isVisible();
        practitioner.everybodyCanUse("document");
        Download download = practitioner.page.waitForDownload(() -> practitioner
                .page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download PDF"))
                .click());
        assertThat(download.suggestedFilename()).isEqualTo("Doorstep notes.pdf");
        assertThat(Files.readAllBytes(download.path())).isEqualTo(Files.readAllBytes(paper));
        assertThat(practitioner.page.getByText("Who downloaded it")).isHidden();

        editor.open(practitioner.page.url().replaceAll("^https?://[^/]+", ""));
        assertThat(editor.page.getByText("Who downloaded it")).isVisible();
        assertThat(editor.page.getByText("Rowan Weald").last()).isVisible();
        editor.everybodyCanUse("document-editor");
    }

    @Test
    void whatIsNotMineLooksLikeWhatDoesNotExist() throws IOException {
        Path paper = pdf("Only for Swale.pdf", "A secret of " + word);
        editor.open("/library/add");
        editor.signIn("editor@kcst.example");
        choose(paper);
        editor.page.getByText("Some agencies, groups or people").click();
        editor.page
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Agencies"))
                .fill("Swale");
        editor.page
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Swale Borough Council"))
                .click();
        editor.page.keyboard().press("Escape");
        editor.page.getByText("text found").waitFor();
        editor.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish 1 document"))
                .click();
        editor.sees("Published");
        editor.page
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Only for Swale"))
                .first()
                .click();
        editor.sees("Only for Swale");
        String address = editor.page.url().replaceAll("^https?://[^/]+", "");

        practitioner.open(address);
        practitioner.signIn("practitioner@dover.example");
        practitioner.page.locator("h1").waitFor();
        String refused = practitioner.page.locator("main").innerText();
        practitioner.everybodyCanUse("not-found");
        practitioner.open("/library/" + UUID.randomUUID());
        practitioner.page.locator("h1").waitFor();
        assertThat(practitioner.page.locator("main").innerText()).isEqualTo(refused);
        assertThat(refused).doesNotContain("Swale");
        practitioner.open("/no-such-page");
        practitioner.sees("We cannot find this page");
        practitioner.open("/library?q=" + word);
        assertThat(practitioner.page.getByText("No documents found")).isVisible();
        practitioner.everybodyCanUse("library-nothing");
    }

    private void choose(Path... files) {
        editor.page
                .waitForFileChooser(() -> editor.page
                        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Choose files"))
                        .click())
                .setFiles(files);
    }

    private Path pdf(String name, String words) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                content.newLineAtOffset(72, 700);
                content.showText(words);
                content.endText();
            }
            document.save(bytes);
            return Files.write(folder.resolve(name), bytes.toByteArray());
        }
    }
}
