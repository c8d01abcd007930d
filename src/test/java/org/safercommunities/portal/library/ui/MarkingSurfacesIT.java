package org.safercommunities.portal.library.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DeskList;
import org.safercommunities.portal.library.DocumentCard;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.LibraryFeed;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.following.DocumentSubjects;
import org.safercommunities.portal.notifications.Eventually;
import org.safercommunities.portal.notifications.notices.NoticeSubject;
import org.safercommunities.portal.search.Search;
import org.safercommunities.portal.search.SearchQuery;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One sensitive document on every surface that shows it: its marking is there, and what to heed with it where there is room. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class MarkingSurfacesIT {

    private static final String SENSITIVE = "OFFICIAL-SENSITIVE";
    private static final String HANDLING = "For safeguarding leads only";

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Library library;

    @Autowired
    private Documents documents;

    @Autowired
    private Search search;

    @Autowired
    private LibraryWords words;

    private Reader editor;
    private UUID document;
    private String word;

    @BeforeEach
    void aSensitiveDocumentForEveryone() throws IOException {
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Marked"), Role.EDITOR);
        word = "zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vr";
        document = library.draft(
                portal.getBean(Intake.class)
                        .take(new ByteArrayInputStream(word.getBytes(StandardCharsets.UTF_8)), "words.txt"),
                new DocumentDescription(
                        "About " + word,
                        "",
                        "other",
                        Set.of(),
                        Marking.OFFICIAL_SENSITIVE,
                        HANDLING,
                        Audience.ofEveryone(),
                        null),
                editor);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Test
    void noSurfaceIsWithoutTheMarking() {
        DocumentCard draft = documents.cards(List.of(document), editor).getFirst();
        assertThat(text(portal.getBean(DeskRows.class).of(DeskList.DRAFTS, draft, words.names(), done -> {})))
                .as("desk")
                .contains(SENSITIVE, HANDLING);
        library.publish(document, editor);
        assertThat(text(portal.getBean(DocumentRows.class)
                        .of(documents.cards(List.of(document), editor))
                        .getFirst()))
                .as("row")
                .contains(SENSITIVE, HANDLING);
        assertThat(text(MarkingWords.band(
                                documents.find(document, editor).orElseThrow().description())
                        .orElseThrow()))
                .as("band above the preview")
                .contains(SENSITIVE, HANDLING);
        Eventually.holds(() ->
                assertThat(search.search(SearchQuery.of(word), editor).hits()).hasSize(1));
        assertThat(text(HitRow.of(
                        search.search(SearchQuery.of(word), editor).hits().getFirst(), words, words.names())))
                .as("result")
                .contains(SENSITIVE, HANDLING);
        assertThat(new LibrarySuggestions(search, words, () -> editor).suggest("About " + word))
                .as("suggestion")
                .anyMatch(offer -> offer.facts().contains(SENSITIVE));
        NoticeSubject notice = portal.getBean(DocumentSubjects.class)
                .of(List.of(document), editor)
                .get(document);
        assertThat(notice).isNotNull();
        assertThat(notice.marking()).as("notice").isEqualTo(SENSITIVE);
        assertThat(notice.titleInMail()).as("mail").contains(SENSITIVE).doesNotContain(word);
        assertThat(portal.getBean(LibraryFeed.class).newest())
                .as("feed")
                .extracting(DocumentCard::id)
                .doesNotContain(document);
    }
}
