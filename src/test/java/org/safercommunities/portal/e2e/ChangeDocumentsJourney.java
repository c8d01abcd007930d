package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.KeyboardModifier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Readers;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.packs.PackDescription;
import org.safercommunities.portal.library.packs.PackDesk;
import org.safercommunities.portal.library.packs.PackMembers;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An editor chooses documents where they stand, changes them alike, looking at it first, and puts some into a pack. */
@PortalIT
@WithKeycloak
class ChangeDocumentsJourney {

    @Autowired
    private ApplicationContext portal;

    private final String word = "quayside" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private Visitor visitor;
    private Library library;
    private Reader editor;
    private List<UUID> ids = List.of();

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        visitor = new Visitor();
        library = portal.getBean(Library.class);
        editor = editor();
    }

    @AfterEach
    void leave() {
        visitor.close();
    }

    private Reader editor() {
        return portal.getBean(Readers.class)
                .of(portal.getBean(PersonList.class)
                        .findByEmail("editor@kcst.example")
                        .orElseThrow()
                        .id())
                .orElseThrow();
    }

    @Test
    void documentsAreChosenWhereTheyStandAndChangedAlike() {
        ids = IntStream.range(0, 5).mapToObj(this::draft).toList();
        try {
            changed(chosenAtTheDesk());
            ids.forEach(id -> library.publish(id, editor));
            chosenInTheLibrary();
            notForPractitioners();
        } finally {
            ids.forEach(id -> library.remove(id, editor));
        }
    }

    private UUID draft(int number) {
        return library.draft(
                new StoredFile(
                        (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""),
                        10,
                        "paper.pdf",
                        "application/pdf"),
                new DocumentDescription(
                        title(number), "", "report", Set.of(), Marking.OFFICIAL, null, Audience.ofEveryone(), null),
                editor);
    }

    private String title(int number) {
        return "Notes %d %s".formatted(number, word);
    }

    private Locator box(int number) {
        return visitor.named(AriaRole.CHECKBOX, "Choose: " + title(number));
    }

    /** By the keyboard the first; with Shift the rest of a range. Gives them in their order, the last not chosen. */
    private List<UUID> chosenAtTheDesk() {
        visitor.open("/library/desk?show=drafts");
        visitor.signIn("editor@kcst.example");
        visitor.sees("Library desk");
        visitor.named(AriaRole.BUTTON, "Choose several").click();
        assertThat(visitor.page.getByText("None chosen")).isVisible();
        List<Integer> shown = IntStream.range(0, 5)
                .boxed()
                .sorted(Comparator.comparing(number -> box(number).boundingBox().y))
                .toList();
        box(shown.getFirst()).focus();
        visitor.page.keyboard().press("Space");
        assertThat(visitor.page.getByText("1 chosen", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        box(shown.get(4)).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        assertThat(visitor.page.getByText("5 chosen", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        box(shown.get(4)).uncheck();
        visitor.everybodyCanUse("desk-choosing");
        visitor.named(AriaRole.BUTTON, "Change …").click();
        visitor.sees("Change several documents");
        return shown.stream().map(ids::get).toList();
    }

    private void changed(List<UUID> order) {
        Page page = visitor.page;
        assertThat(page.getByText("4 documents chosen")).isVisible();
        visitor.named(AriaRole.BUTTON, "1 more").click();
        visitor.named(AriaRole.BUTTON, "Take out of the choice: " + title(ids.indexOf(order.get(3))))
                .click();
        assertThat(page.getByText("3 documents chosen")).isVisible();
        Locator topics = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Add topics"));
        topics.fill("Road Saf");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Road Safety"))
                .click();
        page.keyboard().press("Escape");
        Locator review = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Review on"));
        review.fill("31/03/2031");
        review.press("Enter");
        visitor.named(AriaRole.BUTTON, "Preview").click();
        assertThat(page.getByText("3 documents would change.")).isVisible();
        visitor.everybodyCanUse("change-several");
        ids.forEach(id -> assertThat(now(id).topics()).as("only tried").isEmpty());
        visitor.named(AriaRole.BUTTON, "Change 3 documents").click();
        assertThat(page.getByText("3 documents changed.")).isVisible();
        for (UUID id : ids) {
            boolean chosen = order.subList(0, 3).contains(id);
            assertThat(now(id).topics()).isEqualTo(chosen ? Set.of("road-safety") : Set.of());
            assertThat(now(id).reviewOn()).isEqualTo(chosen ? LocalDate.of(2031, 3, 31) : null);
        }
    }

    /** What is done is not chosen any more; what is chosen stays so while other words are looked for. */
    private void chosenInTheLibrary() {
        UUID pack = portal.getBean(PackDesk.class)
                .draft(new PackDescription("Kit " + word, "", Audience.ofEveryone()), editor);
        visitor.open("/library?q=" + word);
        Page page = visitor.page;
        assertThat(page.getByText("5 documents")).isVisible();
        visitor.named(AriaRole.BUTTON, "Choose several").click();
        visitor.named(AriaRole.BUTTON, "Choose all 5").click();
        assertThat(page.getByText("5 chosen", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        visitor.everybodyCanUse("library-choosing");
        page.setViewportSize(320, 700);
        assertThat(page.evaluate("document.documentElement.scrollHeight"))
                .as("the bar stands at the lower edge, and nothing below it")
                .isEqualTo(700);
        page.setViewportSize(1440, 900);
        box(2).uncheck();
        visitor.open("/library?q=%s&topic=road-safety".formatted(word));
        assertThat(page.getByText("4 chosen, ")).isVisible();
        visitor.named(AriaRole.BUTTON, "Add to a pack …").click();
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Pack"))
                .fill("Kit " + word);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Kit " + word))
                .click();
        visitor.named(AriaRole.BUTTON, "Add to the pack").click();
        assertThat(page.getByText("4 documents added to “Kit %s”.".formatted(word)))
                .isVisible();
        assertThat(portal.getBean(PackMembers.class).of(pack, 0, 10, editor)).hasSize(4);
        visitor.named(AriaRole.BUTTON, "Clear").click();
        assertThat(page.getByText("None chosen")).isVisible();
        assertThat(visitor.named(AriaRole.BUTTON, "Stop choosing")).isFocused();
    }

    private void notForPractitioners() {
        visitor.close();
        visitor = new Visitor();
        visitor.open("/library?q=" + word);
        visitor.signIn("practitioner@dover.example");
        assertThat(visitor.page.getByText("5 documents")).isVisible();
        assertThat(visitor.named(AriaRole.BUTTON, "Choose several")).hasCount(0);
        visitor.open("/library/change");
        visitor.sees("This part of the portal is not open to you");
    }

    private DocumentDescription now(UUID id) {
        return portal.getBean(Documents.class).find(id, editor()).orElseThrow().description();
    }
}
