package org.safercommunities.portal.library;

import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.storage.FileScans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The words of recordings, which come from their captions: what the library lends to those who keep these. */
@Component
public class Transcripts {

    private final EditableDocuments editable;
    private final VersionRecords versions;
    private final LibrarySearchEntries searchEntries;
    private final DocumentRecords documents;
    private final JdbcClient jdbc;

    Transcripts(
            EditableDocuments editable,
            VersionRecords versions,
            LibrarySearchEntries searchEntries,
            DocumentRecords documents,
            JdbcClient jdbc) {
        this.editable = editable;
        this.versions = versions;
        this.searchEntries = searchEntries;
        this.documents = documents;
        this.jdbc = jdbc;
    }

    /** A version of a document. */
    public record Version(UUID id, String mediaType) {}

    /**
     * The current version of a document that this editor may change; the document is held until the transaction ends.
     *
     * @throws UnknownDocument when there is none for this person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Version editable(UUID id, Reader by) {
        Document document = editable.hold(id, by);
        DocumentVersion version =
                versions.findByDocumentIdAndNumber(id, document.currentNumber()).orElseThrow();
        return new Version(version.id(), version.mediaType());
    }

    /** The id of a version that this person may open, and whose file is not held back. */
    @Transactional(readOnly = true)
    public Optional<UUID> visible(UUID document, int number, Reader reader) {
        return jdbc.sql("SELECT v.id FROM document d JOIN document_version v ON v.document_id = d.id"
                        + " AND v.number = :number WHERE d.id = :id AND " + WhoMaySeeDocument.OPENS_CONTENTS
                        + " AND NOT " + FileScans.held("v.sha256", "v.added_at"))
                .params(reader.parameters())
                .param("id", document.toString())
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    /** Makes a version of a held document found by these words, or by none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(UUID document, UUID version, String words) {
        if (words.isBlank()) {
            jdbc.sql("DELETE FROM document_text WHERE version_id = ?")
                    .param(version.toString())
                    .update();
        } else {
            jdbc.sql("REPLACE INTO document_text (version_id, text) VALUES (?, ?)")
                    .params(version.toString(), words)
                    .update();
        }
        documents
                .findById(document)
                .filter(found -> found.state() == DocumentState.PUBLISHED)
                .ifPresent(searchEntries::put);
    }
}
