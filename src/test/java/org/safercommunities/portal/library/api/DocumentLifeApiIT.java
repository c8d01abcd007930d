package org.safercommunities.portal.library.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.PersonList;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.Disposals;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.DocumentDesk;
import org.safercommunities.portal.library.DocumentHistory;
import org.safercommunities.portal.library.DocumentIsGone;
import org.safercommunities.portal.library.DocumentLife;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Downloads;
import org.safercommunities.portal.library.EarlierVersions;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.library.OwnedDocuments;
import org.safercommunities.portal.library.PageAnswers;
import org.safercommunities.portal.library.TopicDesk;
import org.safercommunities.portal.library.Topics;
import org.safercommunities.portal.library.UnknownDocument;
import org.safercommunities.portal.library.WhoSees;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;

/** The steps of a document's life by the API: as an editor, as a reader, and as somebody whom it does not concern. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class DocumentLifeApiIT {

    @Autowired
    private ApplicationContext portal;

    private Reader editor;
    private Reader reader;
    private Reader other;
    private UUID document;

    @BeforeEach
    void aDocument() throws IOException {
        Somebody somebody = new Somebody(portal);
        editor = somebody.of(somebody.agency("Editors"), Role.EDITOR);
        reader = somebody.of(somebody.agency("Readers"));
        other = somebody.of(somebody.agency("Others"));
        Library library = portal.getBean(Library.class);
        byte[] words = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        document = library.draft(
                portal.getBean(Intake.class).take(new ByteArrayInputStream(words), "words.txt"),
                new DocumentDescription(
                        "Words",
                        "",
                        "other",
                        Set.of(),
                        Marking.OFFICIAL,
                        null,
                        Audience.ofAgencies(reader.agencyId()),
                        null),
                editor);
        library.publish(document, editor);
    }

    @Test
    void withdrawnItIsGoneForItsReadersAndUnknownToOthers() {
        assertThatThrownBy(() -> life(reader).withdraw(document, "{\"reason\": \"Wrong\"}"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> life(other).withdraw(document, "no JSON")).isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> life(other).withdraw(document, "{\"reason\": \"Wrong\"}"))
                .isInstanceOf(UnknownDocument.class);
        DocumentJson withdrawn = life(editor).withdraw(document, "{\"reason\": \"Wrong\"}");
        assertThat(withdrawn.state()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.withdrawn()).isNotNull();
        assertThatThrownBy(() -> documents(reader).one(document))
                .isInstanceOf(DocumentIsGone.class)
                .hasMessageContaining("Wrong");
        assertThatThrownBy(() -> documents(other).one(document)).isInstanceOf(UnknownDocument.class);
        assertThat(life(editor).reinstate(document).state()).isEqualTo("PUBLISHED");
        assertThat(documents(reader).one(document).title()).isEqualTo("Words");
    }

    @Test
    void whoSeesItAndWhoChangedWhatIsToldToEditorsAlone() {
        String email = portal.getBean(PersonList.class)
                .find(reader.personId())
                .orElseThrow()
                .email();
        assertThat(life(editor).whoSees(document, email)).isEqualTo(new DocumentLifeApi.Seen(true, "AGENCY"));
        assertThatThrownBy(() -> life(editor).whoSees(document, "nobody@nowhere.example"))
                .isInstanceOf(InvalidDocument.class);
        assertThatThrownBy(() -> life(reader).whoSees(document, "nobody@nowhere.example"))
                .as("whether somebody is here is not for others to learn")
                .isInstanceOf(AccessDeniedException.class);
        assertThat(life(editor).history(document, 0, 10).total()).isPositive();
        assertThatThrownBy(() -> life(reader).history(document, 0, 10)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void itsPagesAreDrawnForItsReadersAlone() throws Exception {
        assertThat(content(reader).page(document, 1, null, 300).getHeaders().getContentType())
                .isEqualTo(MediaType.IMAGE_PNG);
        assertThat(content(reader).page(document, 2, null, 300).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThatThrownBy(() -> content(reader).page(document, 1, 7, 300)).isInstanceOf(UnknownDocument.class);
        assertThatThrownBy(() -> content(other).page(document, 1, null, 300)).isInstanceOf(UnknownDocument.class);
    }

    private DocumentContentApi content(Reader by) {
        return new DocumentContentApi(portal.getBean(Downloads.class), portal.getBean(PageAnswers.class), () -> by);
    }

    @Test
    void itsTermIsSetAndClearedByPatch() {
        String body =
                "{\"visibleUntil\": \"2090-01-01T00:00:00Z\", \"disposeOn\": \"%s\", \"retentionBasis\": \"Policy\"}"
                        .formatted(Dates.today());
        assertThat(documents(editor).change(document, body).visibleUntil()).isNotNull();
        assertThat(documents(editor)
                        .change(document, "{\"clear\": [\"visibleUntil\"]}")
                        .visibleUntil())
                .isNull();
        assertThat(documents(editor).change(document, "{\"disposeOn\": null, \"retentionBasis\": null}"))
                .as("null clears too")
                .matches(now -> now.disposeOn() == null && now.retentionBasis() == null);
        documents(editor).change(document, body);
        for (String refused : List.of("{\"clear\": [\"title\"]}", "{\"title\": null}")) {
            assertThatThrownBy(() -> documents(editor).change(document, refused))
                    .isInstanceOf(InvalidDocument.class);
        }
        assertThat(desk(editor).desk("disposal", 0, 200).items())
                .extracting(LibraryDeskApi.Item::id)
                .contains(document.toString());
        assertThatThrownBy(() -> desk(reader).desk("disposal", 0, 200)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk(reader).dispose(document)).isInstanceOf(UnknownDocument.class);
        desk(editor).keep(document, "{\"disposeOn\": \"2090-01-01\", \"retentionBasis\": \"A court asked\"}");
        assertThatThrownBy(() -> desk(editor).dispose(document)).isInstanceOf(InvalidDocument.class);
        documents(editor).change(document, "{\"disposeOn\": \"%s\"}".formatted(Dates.today()));
        assertThatThrownBy(() -> desk(editor).dispose(document)).hasMessageContaining("Another editor");
        desk(new Somebody(portal).of(editor.agencyId(), Role.EDITOR)).dispose(document);
        assertThat(desk(editor).records(0, 200).items())
                .extracting(LibraryDeskApi.RecordJson::id)
                .contains(document.toString());
        assertThatThrownBy(() -> documents(editor).one(document)).isInstanceOf(UnknownDocument.class);
    }

    @Test
    void topicsAreReadByAllAndChangedByEditors() {
        String name = "Topic " + UUID.randomUUID();
        assertThatThrownBy(() -> topics(reader).addTopic("{\"name\": \"%s\"}".formatted(name)))
                .isInstanceOf(AccessDeniedException.class);
        TopicsApi.TopicJson topic = topics(editor).addTopic("{\"name\": \"%s\", \"firstYear\": 2026}".formatted(name));
        assertThatThrownBy(() -> topics(editor).addTopic("{\"name\": \"%s\"}".formatted(name)))
                .isInstanceOf(InvalidDocument.class);
        assertThat(topics(reader).topics().items())
                .extracting(Topics.Topic::slug)
                .contains(topic.slug());
        topics(editor).changeTopic(topic.slug(), "{\"lastYear\": 2026, \"retired\": true}");
        assertThat(topics(reader).topics().items())
                .extracting(Topics.Topic::slug)
                .doesNotContain(topic.slug());
        assertThat(portal.getBean(Topics.class).names()).containsEntry(topic.slug(), name);
    }

    private DocumentLifeApi life(Reader who) {
        return new DocumentLifeApi(
                portal.getBean(DocumentLife.class),
                portal.getBean(OwnedDocuments.class),
                portal.getBean(EarlierVersions.class),
                portal.getBean(DocumentHistory.class),
                portal.getBean(Documents.class),
                portal.getBean(DocumentJsons.class),
                portal.getBean(WhoSees.class),
                portal.getBean(PersonList.class),
                () -> who);
    }

    private LibraryDeskApi desk(Reader who) {
        return new LibraryDeskApi(portal.getBean(DocumentDesk.class), portal.getBean(Disposals.class), () -> who);
    }

    private TopicsApi topics(Reader who) {
        return new TopicsApi(portal.getBean(Topics.class), portal.getBean(TopicDesk.class), () -> who);
    }

    private DocumentsApi documents(Reader who) {
        return new DocumentsApi(
                portal.getBean(Library.class),
                portal.getBean(Documents.class),
                portal.getBean(FilesOfCalls.class),
                portal.getBean(Descriptions.class),
                portal.getBean(DocumentJsons.class),
                () -> who);
    }
}
