package org.safercommunities.portal.library;

import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a document to the delegates of a pack, and closes it again; {@link WhoMaySeeDocument} says what follows from it. It is kept
 * with the document’s place in the pack: what leaves the pack is closed.
 */
@Service
public class OpenedDocuments {

    private final EditableDocuments editable;
    private final DocumentRecords documents;
    private final LibrarySearchEntries searchEntries;
    private final DocumentHistory history;
    private final ApplicationEventPublisher messages;
    private final JdbcClient jdbc;

    OpenedDocuments(
            EditableDocuments editable,
            DocumentRecords documents,
            LibrarySearchEntries searchEntries,
            DocumentHistory history,
            ApplicationEventPublisher messages,
            JdbcClient jdbc) {
        this.editable = editable;
        this.documents = documents;
        this.searchEntries = searchEntries;
        this.history = history;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** For editors who may change the document. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UUID document, UUID pack, Reader by) {
        set(editable.hold(document, by), pack, true, by);
    }

    /** For whoever may change the pack: fewer people see the document afterwards, which needs no other leave. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID document, UUID pack, Reader by) {
        documents.hold(document).ifPresent(held -> set(held, pack, false, by));
    }

    private void set(Document document, UUID pack, boolean opened, Reader by) {
        UUID id = document.id();
        boolean changed =
                jdbc.sql("UPDATE pack_member SET opened = ? WHERE pack_id = ? AND document_id = ? AND opened <> ?")
                                .params(opened, pack.toString(), id.toString(), opened)
                                .update()
                        > 0;
        if (changed) {
            history.note(id, DocumentField.DELEGATES, opened ? "No" : "Yes", opened ? "Yes" : "No", by);
            if (document.state() == DocumentState.PUBLISHED) {
                searchEntries.put(document);
            }
            messages.publishEvent(new DocumentStep(
                    id,
                    opened ? DocumentStep.Kind.OPENED : DocumentStep.Kind.CLOSED,
                    Map.of("pack", pack.toString()),
                    by.actor()));
        }
    }
}
