package org.safercommunities.portal.library;

import java.time.Clock;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Goes back to what a document was before. */
@Service
public class EarlierVersions {

    private final EditableDocuments editable;
    private final VersionRecords versions;
    private final LibrarySearchEntries searchEntries;
    private final DocumentHistory history;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;

    EarlierVersions(
            EditableDocuments editable,
            VersionRecords versions,
            LibrarySearchEntries searchEntries,
            DocumentHistory history,
            JdbcClient jdbc,
            ApplicationEventPublisher messages,
            Clock clock) {
        this.editable = editable;
        this.versions = versions;
        this.searchEntries = searchEntries;
        this.history = history;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Gives a document the file of an earlier version again, as a new version: numbers only go up, so that an address of a version
     * and what somebody noted of it stay true. What was read of the file is taken over with it.
     *
     * @return the number of the new version
     */
    @Transactional
    public int restore(UUID id, int number, Reader by) {
        Document document = editable.hold(id, by);
        DocumentVersion earlier =
                versions.findByDocumentIdAndNumber(id, number).orElseThrow(() -> new UnknownDocument(id));
        if (number == document.currentNumber()) {
            throw new InvalidDocument("number", "Version %d is the current one already".formatted(number));
        }
        int before = document.currentNumber();
        DocumentVersion again = versions.save(
                earlier.again(document.nextNumber(), "Back to version " + number, by.personId(), clock.instant()));
        versions.flush();
        jdbc.sql("INSERT INTO document_text (version_id, text) SELECT ?, text FROM document_text WHERE version_id = ?")
                .params(again.id().toString(), earlier.id().toString())
                .update();
        jdbc.sql(
                        "INSERT INTO document_captions (version_id, language, vtt, cues, added_by, added_at)"
                                + " SELECT ?, language, vtt, cues, added_by, added_at FROM document_captions WHERE version_id = ?")
                .params(again.id().toString(), earlier.id().toString())
                .update();
        if (document.state() == DocumentState.PUBLISHED) {
            searchEntries.put(document);
        }
        history.note(id, DocumentField.FILE, "Version " + before, "Back to version " + number, by);
        messages.publishEvent(new VersionAdded(id, again.id(), again.number(), again.sha256(), by.actor()));
        return again.number();
    }
}
