package org.safercommunities.portal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
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
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.WithKeycloak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An editor chooses documents, gives them a topic and a day to review them, looks at it first, and sees what became of each. */
@PortalIT
@WithKeycloak
class ChangeDocumentsJourney {

    @Autowired
    private ApplicationContext portal;

    private final String word = "quayside" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private Visitor visitor;

    @BeforeEach
    void begin() {
        Partners.arePresent(portal);
        visitor = new Visitor();
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
    void threeDocumentsAreChangedAlike() {
        Library library = portal.getBean(Library.class);
        Reader editor = editor();
        List<UUID> ids = IntStream.range(0, 4)
                .mapToObj(i -> library.draft(
                        new StoredFile(
                                (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", ""),
                                10,
                                "paper.pdf",
                                "application/pdf"),
                        new DocumentDescription(
                                "Notes %d %s".formatted(i, word),
                                "",
                                "report",
                                Set.of(),
                                Marking.OFFICIAL,
                                null,
                                Audience.ofEveryone(),
                                null),
                        editor))
                .toList();
        visitor.open("/");
        visitor.signIn("editor@kcst.example");
        visitor.arrivesAt("/");
        visitor.open("/library/change?show=drafts");
        Page page = visitor.page;
        for (int i = 0; i < 3; i++) {
            page.getByRole(
                            AriaRole.CHECKBOX,
                            new Page.GetByRoleOptions().setName(Pattern.compile("Notes %d %s".formatted(i, word))))
                    .check();
        }
        assertThat(page.getByText(Pattern.compile("^3 chosen of "))).isVisible();
        Locator topics = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Add topics"));
        topics.fill("Road Saf");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Road Safety"))
                .click();
        page.keyboard().press("Escape");
        Locator review = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Review on"));
        review.fill("31/03/2031");
        review.press("Enter");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview"))
                .click();
        assertThat(page.getByText("3 documents would change.")).isVisible();
        visitor.everybodyCanUse("change-several");
        assertThat(now(ids.getFirst()).topics()).as("only tried").isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change 3 documents"))
                .click();
        assertThat(page.getByText("3 documents changed.")).isVisible();
        ids.subList(0, 3).forEach(id -> {
            assertThat(now(id).topics()).containsExactly("road-safety");
            assertThat(now(id).reviewOn()).isEqualTo(LocalDate.of(2031, 3, 31));
        });
        assertThat(now(ids.getLast()).topics()).as("not chosen").isEmpty();
        ids.forEach(id -> library.remove(id, editor));
    }

    private DocumentDescription now(UUID id) {
        return portal.getBean(Documents.class).find(id, editor()).orElseThrow().description();
    }
}
