package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A big file over a poor connection: the page is loaded anew and the network is cut while it is on its way. */
@PortalIT
@WithKeycloak
class UploadJourney {

    private static final String EDITOR = "editor@kcst.example";
    private static final int SIZE = 30 * 1000 * 1000;
    private static final int SLOW = 8 * 1000 * 1000;

    @Autowired
    private ApplicationContext portal;

    @TempDir
    private Path folder;

    private Visitor editor;
    private Page page;
    private @Nullable CDPSession tools;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        editor = new Visitor();
        page = editor.page;
        page.onDialog(Dialog::accept);
    }

    @AfterEach
    void leave() {
        editor.close();
    }

    @Test
    void aBigFileArrivesWholeWhateverHappensOnTheWay() throws Exception {
        byte[] content = new byte[SIZE];
        new Random().nextBytes(content);
        Path film = Files.write(folder.resolve("Harbour patrol.bin"), content);
        Path other = Files.write(folder.resolve("Another patrol.bin"), new byte[10]);

        editor.open("/library/add");
        editor.signIn(EDITOR);
        editor.sees("Add documents");
        upTo(SLOW);
        choose("Choose files", film);
        assertThat(progress()).containsText(Pattern.compile("(1[89]|2\\d) of 30 MB"));

        page.reload();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Not finished")))
                .isVisible();
        assertThat(page.getByText("of 30 MB is here. Kept until")).isVisible();
        editor.everybodyCanUse("add-not-finished");
        choose("Choose the file again to go on", other);
        assertThat(page.getByText("is not the file that was begun")).isVisible();

        upTo(SLOW / 4);
        choose("Choose the file again to go on", film);
        assertThat(progress()).containsText(Pattern.compile("Going on at \\d+%"));
        network(true, SLOW / 4);
        assertThat(progress()).containsText("Waiting for the network.");
        editor.everybodyCanUse("add-waiting-for-the-network");
        network(false, SLOW);

        page.getByText("people find it by its title and description").waitFor();
        assertThat(portal.getBean(Documents.class).withSameBytes(sha256(content), reader()))
                .singleElement()
                .satisfies(draft -> assertThat(draft.title()).isEqualTo("Harbour patrol"));
        page.reload();
        editor.sees("Add documents");
        assertThat(page.getByText("Not finished")).isHidden();
    }

    @Test
    void aFileThatIsStoppedLeavesNothingBehind() throws IOException {
        Path film = Files.write(folder.resolve("Wrong film.bin"), new byte[SIZE]);
        editor.open("/library/add");
        editor.signIn(EDITOR);
        editor.sees("Add documents");
        upTo(SLOW / 4);
        choose("Choose files", film);
        page.waitForResponse(
                answer -> answer.request().method().equals("DELETE") && answer.status() == 204,
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop: Wrong film.bin"))
                        .click());
        assertThat(page.getByText("Wrong film.bin")).isHidden();
        page.reload();
        editor.sees("Add documents");
        assertThat(page.getByText("Not finished")).isHidden();
    }

    @Test
    void aNewVersionComesTheSameWay() throws IOException {
        UUID document = portal.getBean(Library.class)
                .draft(
                        portal.getBean(Intake.class)
                                .take(new ByteArrayInputStream(new byte[] {65, 66}), "Plan of the harbour.txt"),
                        new DocumentDescription(
                                "Plan of the harbour",
                                "",
                                "other",
                                Set.of(),
                                Marking.OFFICIAL,
                                null,
                                Audience.ofEveryone(),
                                null),
                        reader());
        Path plan = Files.writeString(folder.resolve("Plan.txt"), "The harbour, as it is to be");
        editor.open("/library/" + document + "/edit");
        editor.signIn(EDITOR);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("What changed"))
                .fill("As it is to be");
        choose("Choose the new file", plan);
        assertThat(page.getByText("Version 2 is in.").first()).isVisible();
        assertThat(portal.getBean(Documents.class)
                        .find(document, reader())
                        .orElseThrow()
                        .versions()
                        .getFirst()
                        .note())
                .isEqualTo("As it is to be");
    }

    /** As slow as a poor connection. */
    private void upTo(int bytesPerSecond) {
        network(false, bytesPerSecond);
    }

    /** By one session of the browser’s tools: another’s “offline” would be undone by this one’s “slow”. */
    private void network(boolean cut, int bytesPerSecond) {
        if (tools == null) {
            tools = page.context().newCDPSession(page);
        }
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", cut);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        tools.send("Network.emulateNetworkConditions", conditions);
    }

    private Locator progress() {
        return page.locator(".sc-incoming-progress");
    }

    private void choose(String button, Path file) {
        page.waitForFileChooser(() -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                        .click())
                .setFiles(file);
    }

    private Reader reader() {
        return portal.getBean(Readers.class)
                .of(portal.getBean(PersonList.class)
                        .findByEmail(EDITOR)
                        .orElseThrow()
                        .id())
                .orElseThrow();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
