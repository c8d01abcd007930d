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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safercommunities.portal.agencies.Audience;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.Role;
import org.safercommunities.portal.library.DocumentDescription;
import org.safercommunities.portal.library.Documents;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.Library;
import org.safercommunities.portal.library.Marking;
import org.safercommunities.portal.support.PortalIT;
import org.safercommunities.portal.support.Somebody;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What others than editors learn from changing a document: that they may not. */
@PortalIT
@SuppressWarnings("NullAway.Init")
class DocumentsApiIT {

    @Autowired
    private ApplicationContext portal;

    @Autowired
    private Library library;

    @Autowired
    private Documents documents;

    @Autowired
    private Intake intake;

    private UUID document;
    private Reader editor;
    private Reader practitioner;

    @BeforeEach
    void aDocumentForEveryone() throws IOException {
        Somebody somebody = new Somebody(portal);
        String agency = somebody.agency("Readers");
        editor = somebody.of(agency, Role.EDITOR);
        practitioner = somebody.of(agency);
        byte[] words = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        document = library.draft(
                intake.take(new ByteArrayInputStream(words), "words.txt"),
                new DocumentDescription(
                        "Words", "", "other", Set.of(), Marking.OFFICIAL, null, Audience.ofEveryone(), null),
                editor);
        library.publish(document, editor);
    }

    private DocumentsApi as(Reader reader) {
        return new DocumentsApi(
                library,
                documents,
                portal.getBean(FilesOfCalls.class),
                portal.getBean(Descriptions.class),
                portal.getBean(DocumentJsons.class),
                () -> reader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"title\": \"Mine\"}",
                "no JSON",
                "{\"audience\": {\"people\": [\"nobody@nowhere.example\"]}}",
                "{\"audience\": {\"groups\": [\"no-such-group\"]}}",
                "{\"audience\": {\"agencies\": [\"no-such-agency\"]}}"
            })
    void whoeverMayNotChangeItLearnsNothingFromTrying(String body) {
        assertThatThrownBy(() -> as(practitioner).change(document, body)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anEditorIsToldWhatIsWrong() {
        String body = "{\"audience\": {\"people\": [\"nobody@nowhere.example\"]}}";
        assertThatThrownBy(() -> as(editor).change(document, body)).isInstanceOf(InvalidDocument.class);
        assertThat(as(editor).change(document, "{\"title\": \"Other words\"}").title())
                .isEqualTo("Other words");
    }

    @Test
    void anAgencyIsNamedLetterByLetterSoThatPagesAndSearchAgreeOnWhoMaySee() {
        String loud = practitioner.agencyId().toUpperCase(java.util.Locale.ROOT);
        for (String agency : List.of(loud, practitioner.agencyId() + " ")) {
            String body = "{\"audience\": {\"agencies\": [\"%s\"]}}".formatted(agency);
            assertThatThrownBy(() -> as(editor).change(document, body)).isInstanceOf(InvalidDocument.class);
        }
    }
}
