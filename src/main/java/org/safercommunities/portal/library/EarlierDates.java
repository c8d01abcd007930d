package org.safercommunities.portal.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives documents of the demonstration the dates they would have, had they not all been put in at one start. */
@Service
@ConditionalOnBooleanProperty("portal.demo")
public class EarlierDates {

    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final LibrarySearchEntries searchEntries;
    private final JdbcClient jdbc;

    EarlierDates(
            DocumentRecords documents, VersionRecords versions, LibrarySearchEntries searchEntries, JdbcClient jdbc) {
        this.documents = documents;
        this.versions = versions;
        this.searchEntries = searchEntries;
        this.jdbc = jdbc;
    }

    /**
     * To be called in the transaction that puts the document in.
     *
     * @param published null for a draft
     * @param added of each version, the first first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(UUID id, @Nullable Instant published, List<Instant> added) {
        Document document = documents.findById(id).orElseThrow();
        document.dateBack(added.getFirst(), published);
        for (int number = 1; number <= added.size(); number++) {
            versions.findByDocumentIdAndNumber(id, number).orElseThrow().dateBack(added.get(number - 1));
        }
        versions.flush();
        // Nor was anything done to it today
        jdbc.sql("DELETE FROM document_change WHERE document_id = ?")
                .param(id.toString())
                .update();
        if (published != null) {
            searchEntries.put(document);
        }
    }
}
