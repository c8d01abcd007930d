package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.events.BookingWish;
import org.safercommunities.portal.events.Bookings;
import org.safercommunities.portal.events.EventKind;
import org.safercommunities.portal.events.EventPlan;
import org.safercommunities.portal.events.EventPlanning;
import org.safercommunities.portal.events.HandedPacks;
import org.safercommunities.portal.events.Mode;
import org.safercommunities.portal.events.SessionPlan;
import org.safercommunities.portal.events.Venue;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An editor puts a pack together, in order by the keyboard, and a partner takes out what is theirs of it. */
@PortalIT
@WithKeycloak
class PacksJourney {

    @Autowired
    private ApplicationContext portal;

    @TempDir
    private Path folder;

    private final String name = "Kit " + UUID.randomUUID().toString().substring(0, 8);
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
    void aPackIsMadeCoveredOrderedAndPublishedAndAPartnerTakesOutWhatIsTheirs() throws IOException {
        UUID plan = document("Plan of the week", Marking.OFFICIAL_SENSITIVE, Audience.ofEveryone());
        UUID rota = document("Rota of Swale", Marking.OFFICIAL, Audience.ofAgencies("swale-borough-council"));

        editor.open("/library/collections");
        editor.signIn("editor@kcst.example");
        editor.sees("Packs");
        link(editor, "Make a pack").click();
        editor.sees("Make a pack");
        box(editor, "Title").fill(name);
        box(editor, "Description").fill("What to say, what to hang up and what to carry.");
        editor.everybodyCanUse("pack-new");
        button(editor, "Go on").click();
        editor.sees(name);
        add(plan, "Plan of the week");
        add(rota, "Rota of Swale");
        editor.page.getByText("Add a link").first().click();
        box(editor, "What it leads to").fill("The law");
        box(editor, "Address").fill("https://law.example/act");
        button(editor, "Add the link").click();
        button(editor, "Move up: The law, 3 of 3").focus();
        editor.page.keyboard().press("Enter");
        button(editor, "Move up: The law, 2 of 3").waitFor();
        editor.page.keyboard().press("Enter");
        button(editor, "Move down: The law, 1 of 3").waitFor();
        editor.page.locator("input[type=file]").setInputFiles(picture());
        assertThat(editor.page.getByText("The cover is in.")).isVisible();
        assertThat(editor.page.getByText("Not everyone whom the pack is for sees all of it."))
                .isVisible();
        editor.everybodyCanUse("pack-edit");
        button(editor, "Publish").click();
        assertThat(editor.page.getByText("1 thing in it is not seen by everyone"))
                .isVisible();
        editor.page
                .getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Publish"))
                .click();
        editor.page.waitForURL(Pattern.compile(".*/library/collections/[0-9a-f-]{36}"));
        assertThat(link(editor, "Rota of Swale")).isVisible();
        editor.everybodyCanUse("pack-editor");
        String path = editor.page.url().replaceAll("^https?://[^/]+", "");

        practitioner.open(path);
        practitioner.signIn("practitioner@dover.example");
        practitioner.sees(name);
        assertThat(link(practitioner, "Plan of the week").first()).isVisible();
        assertThat(link(practitioner, "Rota of Swale")).hasCount(0);
        assertThat(practitioner.page.getByText("1 document, about")).isVisible();
        practitioner.everybodyCanUse("pack");
        Download zip = practitioner.page.waitForDownload(
                () -> link(practitioner, "Download all").click());
        assertThat(zip.suggestedFilename()).isEqualTo(name + " (OFFICIAL-SENSITIVE).zip");
        assertThat(names(zip.path()))
                .containsExactly("Contents.txt", "Contents.html", "01 OFFICIAL-SENSITIVE Plan of the week.txt");
        link(practitioner, "Plan of the week").first().click();
        practitioner.sees("Plan of the week");
        link(practitioner, name).click();
        practitioner.sees(name);
        practitioner.open("/library/collections");
        assertThat(link(practitioner, name)).isVisible();
        practitioner.everybodyCanUse("packs");
        anEventHandsItOut(path);
    }

    private void anEventHandsItOut(String path) {
        Reader by = person("editor@kcst.example");
        UUID event = event(by);
        portal.getBean(HandedPacks.class).hand(event, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)), by);
        editor.open(path + "/edit");
        button(editor, "Open them to the delegates").click();
        button(editor, "Open").click();
        assertThat(editor.page.getByText("1 document is open to the delegates."))
                .isVisible();
        editor.everybodyCanUse("pack-opened");
        practitioner.open(path);
        practitioner.sees(name);
        assertThat(link(practitioner, "Rota of Swale")).hasCount(0);
        portal.getBean(Bookings.class)
                .book(event, BookingWish.of(Mode.IN_PERSON), person("practitioner@dover.example"));
        practitioner.open("/bookings");
        link(practitioner, name).waitFor();
        assertThat(practitioner.page.getByText("OFFICIAL-SENSITIVE")).isVisible();
        practitioner.everybodyCanUse("bookings-with-pack");
        link(practitioner, name).click();
        practitioner.sees(name);
        assertThat(link(practitioner, "Rota of Swale")).isVisible();
        button(editor, "Close them to the delegates").click();
        button(editor, "Open them to the delegates").waitFor();
        practitioner.open(path);
        practitioner.sees(name);
        assertThat(link(practitioner, "Rota of Swale")).hasCount(0);
    }

    private UUID event(Reader by) {
        Instant start = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MINUTES);
        SessionPlan session = new SessionPlan(
                null,
                "",
                "",
                start,
                start.plus(Duration.ofHours(2)),
                new Venue("Shire Hall", "1 High Street", "", ""),
                "",
                15,
                Map.of(Mode.IN_PERSON, 20),
                List.of(),
                List.of());
        EventPlanning planning = portal.getBean(EventPlanning.class);
        UUID event = planning.draft(
                new EventPlan(
                        "Seminar with a pack",
                        EventKind.SEMINAR,
                        "",
                        Set.of(),
                        Audience.ofEveryone(),
                        null,
                        null,
                        null,
                        false,
                        8,
                        Set.of(7),
                        false,
                        false,
                        List.of(session)),
                by);
        planning.publish(event, by);
        return event;
    }

    private Reader person(String email) {
        return portal.getBean(PersonList.class)
                .findByEmail(email)
                .flatMap(found -> portal.getBean(Readers.class).of(found.id()))
                .orElseThrow();
    }

    private void add(UUID document, String title) {
        // By its address, so that it need not be in the index yet
        box(editor, "Find something to add").fill("library/" + document);
        editor.page.keyboard().press("Enter");
        button(editor, "Add “%s”".formatted(title)).click();
        assertThat(editor.page.getByText("“%s” is in the pack.".formatted(title)))
                .isVisible();
    }

    private UUID document(String title, Marking marking, Audience audience) throws IOException {
        Reader by = person("editor@kcst.example");
        Library library = portal.getBean(Library.class);
        byte[] words = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        UUID id = library.draft(
                portal.getBean(Intake.class).take(new ByteArrayInputStream(words), "words.txt"),
                new DocumentDescription(title, "", "campaign", Set.of(), marking, null, audience, null),
                by);
        library.publish(id, by);
        return id;
    }

    private Path picture() throws IOException {
        BufferedImage image = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(new Color(0x5b2a86));
        drawing.fillRect(0, 0, 960, 540);
        drawing.setColor(new Color(0xf0c98f));
        drawing.fillOval(300, 120, 300, 300);
        drawing.dispose();
        Path file = folder.resolve("cover.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static List<String> names(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            zip.getEntriesInPhysicalOrder().asIterator().forEachRemaining(entry -> names.add(entry.getName()));
        }
        return names;
    }

    private static Locator link(Visitor visitor, String label) {
        return visitor.page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static Locator button(Visitor visitor, String label) {
        return visitor.page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
    }

    private static Locator box(Visitor visitor, String label) {
        return visitor.page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(label).setExact(true));
    }
}
