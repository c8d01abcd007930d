package org.safercommunities.portal.library;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.shared.Dates;
import org.safercommunities.portal.shared.Sql;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes documents for good at the end of their retention, once an editor has approved it, and keeps a record. What is deleted: the
 * files, their words and pictures, and the history of the description; what stays: that there was such a document, until when it was
 * kept and why, and who approved. What somebody made go before its time, somebody else approves.
 */
@Service
public class Disposals {

    private final DocumentRecords documents;
    private final VersionRecords versions;
    private final LibrarySearchEntries searchEntries;
    private final DocumentHistory history;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;
    private final Clock clock;
    private final TwoForEarlyDeletion two;

    Disposals(
            DocumentRecords documents,
            VersionRecords versions,
            LibrarySearchEntries searchEntries,
            DocumentHistory history,
            JdbcClient jdbc,
            ApplicationEventPublisher messages,
            Clock clock,
            TwoForEarlyDeletion two) {
        this.documents = documents;
        this.versions = versions;
        this.searchEntries = searchEntries;
        this.history = history;
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
        this.two = two;
    }

    /** Deletes one for good. What its files held is gone right after the commit, unless something else holds the same bytes. */
    @Transactional
    public void approve(UUID id, Reader by) {
        Document document = hold(id, by);
        LocalDate due = document.term().disposeOn();
        if (due == null || due.isAfter(Dates.today(clock)) || document.state() == DocumentState.DISPOSED) {
            throw new InvalidDocument("disposeOn", "This document is kept; it cannot be deleted for good yet");
        }
        two.unlessOnlyOne(document, by);
        String basis = document.term().retentionBasis();
        jdbc.sql("""
                        INSERT INTO document_disposal (document_id, due_on, basis, files, bytes, approved_by, approved_at)
                        SELECT document_id, :due, :basis, COUNT(*), SUM(size), :by, :now FROM document_version
                         WHERE document_id = :id
                        """)
                .param("due", due)
                .param("basis", basis == null ? "" : basis)
                .param("by", by.personId().toString())
                .param("now", Sql.utc(clock.instant()))
                .param("id", id.toString())
                .update();
        jdbc.sql(
                        "DELETE FROM document_text WHERE version_id IN (SELECT id FROM document_version WHERE document_id = ?)")
                .param(id.toString())
                .update();
        jdbc.sql("DELETE FROM document_captions"
                        + " WHERE version_id IN (SELECT id FROM document_version WHERE document_id = ?)")
                .param(id.toString())
                .update();
        jdbc.sql("DELETE FROM document_change WHERE document_id = ?")
                .param(id.toString())
                .update();
        document.dispose();
        searchEntries.remove(id);
        messages.publishEvent(
                new DocumentStep(id, DocumentStep.Kind.DISPOSED, Map.of("due", due.toString()), by.actor()));
        messages.publishEvent(new FilesToDelete(List.copyOf(versions.findByDocumentIdOrderByNumberDesc(id).stream()
                .map(DocumentVersion::sha256)
                .distinct()
                .toList())));
    }

    /** Keeps one longer than was planned. */
    @Transactional
    public void keepUntil(UUID id, LocalDate day, String basis, Reader by) {
        Document document = hold(id, by);
        if (!day.isAfter(Dates.today(clock))) {
            throw new InvalidDocument("disposeOn", "Choose a day after today");
        }
        DocumentTerm was = document.term();
        DocumentTerm is = new DocumentTerm(was.owner(), was.visibleFrom(), was.visibleUntil(), day, basis);
        history.note(id, document.description(), document.description(), was, is, by);
        document.keepUntil(is.disposeOn(), is.retentionBasis());
        messages.publishEvent(
                new DocumentStep(id, DocumentStep.Kind.KEPT_LONGER, Map.of("until", day.toString()), by.actor()));
    }

    /** Records, newest first, of documents that this editor could have seen. */
    @Transactional(readOnly = true)
    public List<Disposal> records(int offset, int limit, Reader reader) {
        return jdbc.sql("""
                        SELECT d.id, d.title, d.kind, d.agency, r.due_on, r.basis, r.files, r.bytes, r.approved_at, p.name
                          FROM document_disposal r JOIN document d ON d.id = r.document_id
                          LEFT JOIN person p ON p.id = r.approved_by
                         WHERE\s""" + WhoMaySeeDocument.ON_RECORD
                        + " ORDER BY r.approved_at DESC, d.id LIMIT :limit OFFSET :offset")
                .params(reader.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> new Disposal(
                        Sql.id(row, "id"),
                        row.getString("title"),
                        row.getString("kind"),
                        row.getString("agency"),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("basis"),
                        row.getInt("files"),
                        row.getLong("bytes"),
                        row.getString("name"),
                        Sql.moment(row, "approved_at")))
                .list();
    }

    @Transactional(readOnly = true)
    public int countRecords(Reader reader) {
        return jdbc.sql("SELECT COUNT(*) FROM document_disposal r JOIN document d ON d.id = r.document_id WHERE "
                        + WhoMaySeeDocument.ON_RECORD)
                .params(reader.parameters())
                .query(Integer.class)
                .single();
    }

    /**
     * @throws UnknownDocument when there is none that this person could decide about
     * @throws org.springframework.security.access.AccessDeniedException for others than editors
     */
    @Transactional(readOnly = true)
    public void unlessOnRecord(UUID id, Reader by) {
        boolean theirs = jdbc.sql("SELECT COUNT(*) FROM document d WHERE d.id = :id AND " + WhoMaySeeDocument.ON_RECORD)
                        .params(by.parameters())
                        .param("id", id.toString())
                        .query(Integer.class)
                        .single()
                > 0;
        if (!theirs) {
            throw new UnknownDocument(id);
        }
        EditableDocuments.unlessEditor(by);
    }

    private Document hold(UUID id, Reader by) {
        versions.flush();
        unlessOnRecord(id, by);
        return documents.hold(id).orElseThrow(() -> new UnknownDocument(id));
    }
}
